package io.amphora.web.core;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** {@code /ready}: 200 when requests may come, else 503 and what is missing. */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/ready")
public final class ReadyServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private static final int MOST = 20;

    private final transient Readiness readiness;

    @Activate
    public ReadyServlet(@Reference Readiness readiness) {
        this.readiness = readiness;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Set<String> missing = readiness.missing();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("status", missing.isEmpty() ? "ready" : "starting");
        answer.put("waitingFor", missing.size());
        answer.put("missing", missing.stream().limit(MOST).toList());
        send(response, missing.isEmpty() ? 200 : 503, answer);
    }

    static void send(HttpServletResponse response, int status, Map<String, Object> answer) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.getOutputStream().write(Json.MAPPER.writeValueAsBytes(answer));
    }
}
