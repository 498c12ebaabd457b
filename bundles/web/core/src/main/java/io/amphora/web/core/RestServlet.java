package io.amphora.web.core;

import java.io.IOException;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** {@code /api/v1}: one servlet that stays while resources come and go behind it. */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/api/v1/*")
public final class RestServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient RestResources resources;

    @Activate
    public RestServlet(@Reference RestResources resources) {
        this.resources = resources;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Generation generation = resources.enter();
        try {
            generation.serve(getServletConfig(), request, response);
        } finally {
            generation.leave();
        }
    }
}
