package io.amphora.web.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.amphora.web.api.Public;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.servlet.ServletConfig;
import javax.servlet.ServletContext;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import org.awaitility.Awaitility;
import org.eclipse.jetty.server.NetworkConnector;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.AbstractHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Resources come and go behind the servlet, in a plain Jetty. */
class RestResourcesTest {
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private RestResources resources;
    private Server server;
    private String base;

    /** Public resources, so that no token is needed. */
    @Public
    @Path("stays")
    public static final class Stays {
        @GET
        public String get() {
            return "here";
        }
    }

    @Public
    @Path("comes")
    public static final class Comes {
        @GET
        public String get() {
            return "now";
        }
    }

    @Public
    @Path("slow")
    public static final class Slow {
        private final CountDownLatch entered = new CountDownLatch(1);
        private final CountDownLatch released = new CountDownLatch(1);

        @GET
        public String get() throws InterruptedException {
            entered.countDown();
            return released.await(30, TimeUnit.SECONDS) ? "done" : "too late";
        }
    }

    /** No JAX-RS server can be made of it. */
    @Path("unfit/{")
    public static final class Unfit {
        @GET
        public String get() {
            return "";
        }
    }

    @BeforeEach
    void start() throws Exception {
        resources = new RestResources(new RestApplication(null));
        RestServlet servlet = new RestServlet(resources);
        server = new Server(new java.net.InetSocketAddress("127.0.0.1", 0));
        server.setHandler(new AbstractHandler() {
            @Override
            public void handle(String target, Request request, HttpServletRequest in, HttpServletResponse out) throws IOException, ServletException {
                request.setHandled(true);
                servlet.service(in, out);
            }
        });
        servlet.init(config());
        server.start();
        base = "http://127.0.0.1:" + ((NetworkConnector) server.getConnectors()[0]).getLocalPort();
    }

    private static ServletConfig config() {
        ServletContext context = (ServletContext) java.lang.reflect.Proxy.newProxyInstance(RestResourcesTest.class.getClassLoader(), new Class<?>[] {ServletContext.class},
                (proxy, method, arguments) -> null);
        return (ServletConfig) java.lang.reflect.Proxy.newProxyInstance(RestResourcesTest.class.getClassLoader(), new Class<?>[] {ServletConfig.class},
                (proxy, method, arguments) -> method.getName().equals("getServletContext") ? context : null);
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
        resources.stop();
    }

    private int status(String path) {
        return send(path).statusCode();
    }

    private HttpResponse<String> send(String path) {
        try {
            return client.send(HttpRequest.newBuilder(URI.create(base + path)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(path, e);
        }
    }

    private void awaitStatus(String path, int status) {
        Awaitility.await().atMost(20, TimeUnit.SECONDS).until(() -> status(path) == status);
    }

    @Test
    void losesNoRequestWhileResourcesComeAndGo() throws Exception {
        resources.bindResource(new Stays());
        awaitStatus("/stays", 200);
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger answered = new AtomicInteger();
        Map<Object, Integer> others = new ConcurrentHashMap<>();
        ExecutorService clients = Executors.newFixedThreadPool(4);
        for (int i = 0; i < 4; i++) {
            clients.submit(() -> {
                while (!over.get()) {
                    HttpResponse<String> answer = send("/stays");
                    if (answer.statusCode() == 200 && answer.body().equals("here")) {
                        answered.incrementAndGet();
                    } else {
                        others.merge(answer.statusCode(), 1, Integer::sum);
                    }
                }
                return null;
            });
        }

        for (int i = 0; i < 15; i++) {
            Comes comes = new Comes();
            resources.bindResource(comes);
            awaitStatus("/comes", 200);
            resources.unbindResource(comes);
            assertThat(status("/comes")).as("gone when its bundle may stop").isEqualTo(404);
        }
        over.set(true);
        clients.shutdown();

        assertThat(clients.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
        assertThat(others).isEmpty();
        assertThat(answered.get()).isGreaterThan(15);
    }

    @Test
    void endsRequestsThatAreUnderWayWhenResourcesChange() throws Exception {
        Slow slow = new Slow();
        resources.bindResource(slow);
        awaitStatus("/slow/none", 404);
        Awaitility.await().until(resources::isSettled);
        CompletableFuture<HttpResponse<String>> underWay = CompletableFuture.supplyAsync(() -> send("/slow"));
        assertThat(slow.entered.await(20, TimeUnit.SECONDS)).isTrue();

        resources.unbindResource(slow);
        resources.bindResource(new Comes());
        awaitStatus("/comes", 200);
        slow.released.countDown();

        assertThat(underWay.get(20, TimeUnit.SECONDS).body()).isEqualTo("done");
        assertThat(status("/slow")).isEqualTo(404);
    }

    @Test
    void leavesOutWhatDoesNotFitAndServesTheOthers() {
        Unfit unfit = new Unfit();
        resources.bindResource(unfit);
        resources.bindResource(new Stays());

        awaitStatus("/stays", 200);

        resources.unbindResource(unfit);
        assertThat(List.of(status("/stays"), status("/unfit/x"))).containsExactly(200, 404);
    }
}
