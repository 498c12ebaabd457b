package io.amphora.console.core;

import com.vaadin.flow.component.internal.ComponentMetaData;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.di.Lookup;
import com.vaadin.flow.function.DeploymentConfiguration;
import com.vaadin.flow.server.AppShellRegistry;
import com.vaadin.flow.server.ServiceDestroyListener;
import com.vaadin.flow.server.ServiceException;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServlet;
import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.VaadinServletService;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import com.vaadin.flow.shared.Registration;
import io.amphora.console.runtime.websocket.WebSocketBridge;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URL;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.osgi.service.servlet.whiteboard.HttpWhiteboardConstants;

/**
 * Vaadin's servlet on the OSGi Servlet Whiteboard, for whoever is signed in. Flow's own bootstrap (ServletContainerInitializers, class path
 * scanning) is not used: what Flow looks up comes from {@link OsgiLookup}, and routes are added and removed by {@link Views}.
 */
@Component(service = Servlet.class,
        // A VaadinServlet cannot be initialised twice, and the whiteboard re-initialises when Jetty is reconfigured.
        scope = ServiceScope.PROTOTYPE,
        property = {
            HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_NAME + "=console",
            HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_PATTERN + "=/*",
            HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_ASYNC_SUPPORTED + ":Boolean=true",
            ConsoleContext.SELECT,
            HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_INIT_PARAM_PREFIX + "closeIdleSessions=true",
            HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_INIT_PARAM_PREFIX + "heartbeatInterval=60",
            // Where Atmosphere puts its JSR 356 endpoint; it cannot ask a whiteboard ServletContext for the mapping.
            HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_INIT_PARAM_PREFIX + "org.atmosphere.container.JSR356AsyncSupport.mappingPath=/VAADIN/push"
        })
public final class ConsoleServlet extends VaadinServlet {
    private static final long serialVersionUID = 1L;
    private static final ClassLoader VAADIN = VaadinService.class.getClassLoader();
    /** Flow answers these with "session expired", upon which the browser loads the page again; they never make a session. */
    private static final Set<String> SESSION_REQUESTS = Set.of("uidl", "heartbeat", "push");

    /** Push for every UI; AppShellRegistry would normally be filled by a class path scan. */
    @Push
    public static class AppShell implements AppShellConfigurator {
        private static final long serialVersionUID = 1L;
    }

    private final transient Shell shell;

    @Activate
    public ConsoleServlet(@Reference Shell shell) {
        this.shell = shell;
    }

    @Override
    public void init(ServletConfig config) throws ServletException {
        withVaadinClassLoader(() -> {
            VaadinServletContext context = new VaadinServletContext(config.getServletContext());
            context.setAttribute(Lookup.class, new OsgiLookup(shell));
            AppShellRegistry.getInstance(context).setShell(AppShell.class);
            WebSocketBridge.install(config.getServletContext());
            super.init(config);
            shell.views().connect(ApplicationRouteRegistry.getInstance(context));
        });
    }

    @Override
    protected VaadinServletService createServletService(DeploymentConfiguration configuration) throws ServiceException {
        VaadinServletService service = new VaadinServletService(this, configuration) {
            private static final long serialVersionUID = 1L;

            /** Flow takes a Jetty 12 to serve files and asks Path.of(url), which bundle: URLs do not have. */
            @Override
            public URL getStaticResource(String path) {
                return getResourceInServletContext(path);
            }

            /** One per component class, only to clear its metadata at the end: would hold removed views' classes. */
            @Override
            public Registration addServiceDestroyListener(ServiceDestroyListener listener) {
                return listener.getClass().getName().startsWith(ComponentMetaData.class.getName()) ? () -> { } : super.addServiceDestroyListener(listener);
            }
        };
        service.setClassLoader(VAADIN);
        service.init();
        WebSocketBridge.track(service);
        return service;
    }

    @Override
    public void service(ServletRequest request, ServletResponse response) throws ServletException, IOException {
        if (!admit((HttpServletRequest) request, (HttpServletResponse) response)) {
            return;
        }
        Thread thread = Thread.currentThread();
        ClassLoader previous = thread.getContextClassLoader();
        thread.setContextClassLoader(VAADIN);
        try {
            super.service(request, response);
        } finally {
            thread.setContextClassLoader(previous);
        }
    }

    /** Lets in who is signed in, and everybody to the scripts; leads the others to the sign-in page. */
    private boolean admit(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo() == null ? "" : request.getPathInfo();
        boolean script = path.startsWith("/VAADIN/build/") || path.startsWith("/VAADIN/static/");
        if (script || shell.gate().actor(request).isPresent() || SESSION_REQUESTS.contains(String.valueOf(request.getParameter("v-r")))) {
            return true;
        }
        if (request.getMethod().equals("GET") && request.getParameter("v-r") == null && !path.startsWith("/VAADIN/")) {
            String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
            String to = path.startsWith("/") ? path.substring(1) + query : "";
            response.sendRedirect(ConsoleContext.PATH + "/login" + (to.isEmpty() ? "" : "?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8)));
        } else {
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        }
        return false;
    }

    @Override
    public void destroy() {
        shell.views().disconnect();
        super.destroy();
    }

    private interface Init {
        void run() throws ServletException;
    }

    private static void withVaadinClassLoader(Init init) throws ServletException {
        Thread thread = Thread.currentThread();
        ClassLoader previous = thread.getContextClassLoader();
        thread.setContextClassLoader(VAADIN);
        try {
            init.run();
        } finally {
            thread.setContextClassLoader(previous);
        }
    }
}
