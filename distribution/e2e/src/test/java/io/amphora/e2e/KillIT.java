package io.amphora.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.amphora.distribution.kit.RunningServer;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The machine goes down while orders come in: what was acknowledged is there afterwards. */
class KillIT {
    private static final int CLIENTS = 4;
    private static final int ENOUGH = 200;

    @Test
    void noAcknowledgedOrderIsMissingAfterAKill() throws Exception {
        try (RunningServer server = new RunningServer(Amphora.archive(), Amphora.home("kill"))) {
            server.drop(Amphora.demoBundle());
            server.start("768m");
            Awaitility.await().atMost(90, TimeUnit.SECONDS).ignoreExceptions().until(() -> !Amphora.token(server, "sam").isEmpty());
            String token = Amphora.token(server, "sam");
            Awaitility.await().atMost(90, TimeUnit.SECONDS).ignoreExceptions().until(() -> server.get("/api/v1/orders?size=50", token).get("items").size() >= 50);
            long customer = server.get("/api/v1/customers?size=1", token).get("items").get(0).get("id").asLong();
            Queue<Long> acknowledged = placeUntilKilled(server, token, customer);

            server.start("768m");
            List<Long> missing = new ArrayList<>();
            for (Long id : acknowledged) {
                JsonNode order = server.get("/api/v1/orders/" + id, token);
                if (order.get("lines").size() != 1) {
                    missing.add(id);
                }
            }

            assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ENOUGH);
            assertThat(missing).isEmpty();
            assertThat(server.get("/api/v1/stock/verify", Amphora.token(server, "mia")).get("problems")).isEmpty();
        }
    }

    private static Queue<Long> placeUntilKilled(RunningServer server, String token, long customer) throws InterruptedException {
        Queue<Long> acknowledged = new ConcurrentLinkedQueue<>();
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        String body = "{\"customerId\":" + customer + ",\"lines\":[{\"sku\":\"POST\",\"quantity\":1}]}";
        for (int i = 0; i < CLIENTS; i++) {
            clients.submit(() -> {
                while (!Thread.currentThread().isInterrupted()) {
                    acknowledged.add(server.post("/api/v1/orders", token, HttpRequest.BodyPublishers.ofString(body), "application/json").get("id").asLong());
                }
                return null;
            });
        }
        Awaitility.await().atMost(90, TimeUnit.SECONDS).until(() -> acknowledged.size() >= ENOUGH);
        server.kill();
        clients.shutdownNow();
        clients.awaitTermination(10, TimeUnit.SECONDS);
        return acknowledged;
    }
}
