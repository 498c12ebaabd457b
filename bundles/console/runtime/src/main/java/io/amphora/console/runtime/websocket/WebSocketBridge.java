package io.amphora.console.runtime.websocket;

import com.vaadin.flow.server.VaadinServletService;
import com.vaadin.flow.server.WrappedHttpSession;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpSession;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.Extension;
import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lets Atmosphere's JSR 356 endpoint work behind the Servlet Whiteboard. The server's ServerContainer belongs
 * to Jetty's ONE root context, whereas the console is a whiteboard context below it, so two things differ:
 * the endpoint path lacks the context path, and the handshake carries Jetty's session instead of the
 * whiteboard context's view of it, in which Vaadin keeps its VaadinSession.
 *
 * <p>A ServerContainer cannot remove an endpoint, so a path is added once and later registrations (the shell
 * bundle was updated or restarted) replace what it delegates to. That is why this class lives in the bundle of
 * Atmosphere's endpoint class and not in the shell.
 */
public final class WebSocketBridge {
    private static final Map<String, HttpSession> SESSIONS = new ConcurrentHashMap<>();
    /** By server container: the configurators by endpoint path. */
    private static final Map<ServerContainer, Map<String, Adapter>> ADAPTERS =
            Collections.synchronizedMap(new WeakHashMap<>());

    private WebSocketBridge() {
    }

    /** Shadows the ServerContainer attribute in the console's own context. */
    public static void install(ServletContext context) {
        String attribute = ServerContainer.class.getName();
        if (context.getAttribute(attribute) instanceof ServerContainer container
                && !Proxy.isProxyClass(container.getClass())) {
            context.setAttribute(attribute, Proxy.newProxyInstance(WebSocketBridge.class.getClassLoader(),
                    new Class<?>[] {ServerContainer.class}, (proxy, method, args) -> {
                        if (method.getName().equals("addEndpoint") && args[0] instanceof ServerEndpointConfig config) {
                            addEndpoint(container, config, context);
                            return null;
                        }
                        try {
                            return method.invoke(container, args);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    }));
        }
    }

    private static void addEndpoint(ServerContainer container, ServerEndpointConfig config, ServletContext context)
            throws DeploymentException {
        String path = context.getContextPath() + config.getPath();
        Map<String, Adapter> adapters = ADAPTERS.computeIfAbsent(container, c -> new ConcurrentHashMap<>());
        Adapter adapter = adapters.get(path);
        if (adapter != null) {
            adapter.delegate = config.getConfigurator();
            return;
        }
        adapter = new Adapter(config.getConfigurator(), context.getServletContextName());
        container.addEndpoint(ServerEndpointConfig.Builder.create(config.getEndpointClass(), path)
                .extensions(config.getExtensions()).configurator(adapter).build());
        adapters.put(path, adapter);
    }

    public static void track(VaadinServletService service) {
        service.addSessionInitListener(event -> {
            if (event.getSession().getSession() instanceof WrappedHttpSession wrapped) {
                SESSIONS.put(wrapped.getId(), wrapped.getHttpSession());
            }
        });
        // Jetty being reconfigured stops the servlet without ending its sessions.
        service.addServiceDestroyListener(event -> SESSIONS.clear());
        service.addSessionDestroyListener(event -> {
            if (event.getSession().getSession() != null) {
                SESSIONS.remove(event.getSession().getSession().getId());
            }
        });
    }

    private static final class Adapter extends ServerEndpointConfig.Configurator {
        private volatile ServerEndpointConfig.Configurator delegate;
        private final String contextName;

        Adapter(ServerEndpointConfig.Configurator delegate, String contextName) {
            this.delegate = delegate;
            this.contextName = contextName;
        }

        @Override
        public void modifyHandshake(ServerEndpointConfig config, HandshakeRequest request, HandshakeResponse response) {
            HandshakeRequest adapted = (HandshakeRequest) Proxy.newProxyInstance(
                    WebSocketBridge.class.getClassLoader(), new Class<?>[] {HandshakeRequest.class},
                    (proxy, method, args) -> {
                        Object result = method.invoke(request, args);
                        return method.getName().equals("getHttpSession") && result instanceof HttpSession session
                                ? whiteboardSession(session) : result;
                    });
            delegate.modifyHandshake(config, adapted, response);
        }

        /** Felix appends "-context name" to session ids unless org.apache.felix.http.session.uniqueid is false. */
        private HttpSession whiteboardSession(HttpSession session) {
            HttpSession known = SESSIONS.get(session.getId() + "-" + contextName);
            if (known == null) {
                known = SESSIONS.get(session.getId());
            }
            return known == null ? session : known;
        }

        @Override
        public <T> T getEndpointInstance(Class<T> type) throws InstantiationException {
            return delegate.getEndpointInstance(type);
        }

        @Override
        public boolean checkOrigin(String origin) {
            return delegate.checkOrigin(origin);
        }

        @Override
        public String getNegotiatedSubprotocol(List<String> supported, List<String> requested) {
            return delegate.getNegotiatedSubprotocol(supported, requested);
        }

        @Override
        public List<Extension> getNegotiatedExtensions(List<Extension> installed, List<Extension> requested) {
            return delegate.getNegotiatedExtensions(installed, requested);
        }
    }
}
