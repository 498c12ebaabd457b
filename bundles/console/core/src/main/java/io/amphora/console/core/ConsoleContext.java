package io.amphora.console.core;

import com.vaadin.flow.server.VaadinService;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URL;
import java.net.URLConnection;
import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;
import org.osgi.service.servlet.context.ServletContextHelper;
import org.osgi.service.servlet.whiteboard.HttpWhiteboardConstants;

/**
 * The web context {@code /console}. {@code ServletContext.getResource} has to find what a servlet container would find under
 * META-INF/resources of the jars, for instance VAADIN/static/push/vaadinPush-min.js.
 */
@Component(service = ServletContextHelper.class, scope = ServiceScope.BUNDLE, property = {
    HttpWhiteboardConstants.HTTP_WHITEBOARD_CONTEXT_NAME + "=" + ConsoleContext.NAME,
    HttpWhiteboardConstants.HTTP_WHITEBOARD_CONTEXT_PATH + "=" + ConsoleContext.PATH
})
public final class ConsoleContext extends ServletContextHelper {
    static final String NAME = "console";
    static final String PATH = "/console";
    static final String SELECT = HttpWhiteboardConstants.HTTP_WHITEBOARD_CONTEXT_SELECT + "=(" + HttpWhiteboardConstants.HTTP_WHITEBOARD_CONTEXT_NAME + "=" + NAME + ")";
    private static final Map<String, String> TYPES = Map.of("js", "text/javascript", "css", "text/css; charset=utf-8", "svg", "image/svg+xml",
            "woff2", "font/woff2", "json", "application/json", "map", "application/json");

    @Override
    public boolean handleSecurity(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Content-Security-Policy", "frame-ancestors 'none'; object-src 'none'; base-uri 'self'; form-action 'self'");
        return true;
    }

    @Override
    public URL getResource(String name) {
        String path = name.startsWith("/") ? name : "/" + name;
        if (path.startsWith("/static/")) {
            return ConsoleContext.class.getResource(path);
        }
        ClassLoader vaadin = VaadinService.class.getClassLoader();
        URL url = vaadin.getResource("META-INF/resources" + path);
        // Flow finds VAADIN/build files itself, but their pre-compressed .br siblings only here.
        return url == null && path.startsWith("/VAADIN/") ? vaadin.getResource("META-INF/VAADIN/webapp" + path) : url;
    }

    /** The whiteboard's default knows no types, and browsers refuse module scripts without one. */
    @Override
    public String getMimeType(String name) {
        String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        return type != null ? type : URLConnection.guessContentTypeFromName(name);
    }
}
