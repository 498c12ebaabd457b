package io.amphora.bench.server;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.amphora.inventory.api.Stock;
import io.amphora.platform.api.Settings;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** {@code /bench/…} without sign-in: only in a server that somebody dropped this bundle into, to measure it. */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/bench/*")
public final class BenchServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    /** As many as the pool lends without a queue. */
    private static final int CONNECTIONS = 8;
    private static final ObjectMapper JSON = new ObjectMapper();

    @Reference(target = "(dataSourceName=amphora)")
    private transient DataSource ds;

    @Reference
    private transient Seeds seeds;

    @Reference
    private transient ListTimes lists;

    @Reference
    private transient Settings settings;

    @Reference
    private transient Stock stock;

    @Reference
    private transient Delivery delivery;

    @Reference
    private transient TenChecks checks;

    @Reference
    private transient ReviewSeeds review;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
        try {
            Object answer = answer(request.getPathInfo().substring(1), request);
            response.setContentType("application/json");
            JSON.writeValue(response.getOutputStream(), answer);
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    private Object answer(String what, HttpServletRequest request) throws Exception {
        return switch (what) {
            case "business" -> {
                // the rules have their own time; here only what placing an order costs
                settings.put(Settings.INSTALLATION, "assignment.automatic", "false");
                yield seeds.business();
            }
            case "floor" -> floor(number(request, "clients"), number(request, "seconds"), number(request, "order"));
            case "drain" -> delivery.drain();
            case "orders" -> {
                seeds.orders((int) number(request, "count"));
                yield Map.of("done", number(request, "count"));
            }
            case "checks" -> checks.present(number(request, "on") > 0);
            case "in-review" -> review.orders(number(request, "customer"), (int) number(request, "count"));
            case "lists" -> lists.measure();
            case "verify" -> stock.verify(Seeds.BY);
            default -> throw new IllegalArgumentException(what);
        };
    }

    private Map<String, Object> floor(long clients, long seconds, long order) throws Exception {
        Floor.Templates templates = Floor.Templates.of(ds, order);
        int connections = (int) Math.min(clients, CONNECTIONS);
        BlockingQueue<Floor> floors = new ArrayBlockingQueue<>(connections);
        for (int i = 0; i < connections; i++) {
            floors.add(new Floor(ds, templates, Seeds.SKUS));
        }
        try (AutoCloseable ringing = delivery.ringing()) {
            return Load.run((int) clients, seconds, () -> () -> {
                Floor floor = floors.take();
                try {
                    floor.once();
                } finally {
                    floors.add(floor);
                }
            });
        } finally {
            for (Floor floor : floors) {
                floor.close();
            }
        }
    }

    private static long number(HttpServletRequest request, String name) {
        return Long.parseLong(request.getParameter(name));
    }
}
