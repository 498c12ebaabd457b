package io.amphora.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.amphora.distribution.kit.RunningServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The machine goes down while a gateway is asked to give money back: what was intended is seen afterwards, and the money goes back once. */
class RefundKillIT {
    /** The simulated gateway is silent when it is first asked for an amount that ends so. */
    private static final String SILENT = "5.02";
    private static final String KEY = "refund-of-the-broken-cup";

    private final HttpClient client = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private RunningServer server;
    private String token;

    @Test
    void aRefundThatWasUnderWayIsSeenAfterAKillAndHappensOnce() throws Exception {
        try (RunningServer running = new RunningServer(Amphora.archive(), Amphora.home("refund-kill"))) {
            server = running;
            server.drop(Amphora.demoBundle());
            server.drop(Amphora.extension("payment-simulated", "io.amphora.ext.payment.simulated"));
            server.start("768m");
            signIn();
            JsonNode paid = paidThroughTheGateway();
            String payment = "/api/v1/payments/" + paid.get("id").asLong();

            Thread asking = new Thread(() -> {
                try {
                    post(payment + "/refund", paid.get("version").asLong(), "{\"amount\":" + SILENT + ",\"reason\":\"broken\"}");
                } catch (Exception e) {
                    // the server went down while it was asking
                    return;
                }
            });
            asking.start();
            until(() -> refunds(payment).size() == 1);
            server.kill();
            asking.join(TimeUnit.SECONDS.toMillis(20));

            server.start("768m");
            signIn();
            List<JsonNode> intended = refunds(payment);
            assertThat(intended).as("what was intended is there").hasSize(1);
            assertThat(intended.get(0).get("amount").decimalValue()).isEqualByComparingTo(SILENT);
            assertThat(intended.get(0).get("askedBy").asText()).isEqualTo("finn");

            until(() -> refunds(payment).get(0).get("state").asText().equals("DONE"));
            JsonNode again = post(payment + "/refund", paid.get("version").asLong(), "{\"amount\":" + SILENT + ",\"reason\":\"broken\"}");
            assertThat(refunds(payment)).as("asked again under the same key: " + again).hasSize(1);
            JsonNode end = server.get(payment, token);
            assertThat(end.get("refunded").decimalValue()).isEqualByComparingTo(SILENT);
            assertThat(end.get("refunding").decimalValue()).isZero();
            assertThat(end.get("captured").decimalValue()).isEqualByComparingTo("20.00");
        }
    }

    private static void until(Callable<Boolean> there) {
        Awaitility.await().atMost(240, TimeUnit.SECONDS).pollInterval(250, TimeUnit.MILLISECONDS).ignoreExceptions().until(there);
    }

    private void signIn() {
        until(() -> {
            token = Amphora.token(server, "finn");
            return !token.isEmpty();
        });
    }

    private JsonNode paidThroughTheGateway() throws Exception {
        until(() -> server.get("/api/v1/payments/gateways", token).toString().contains("\"simulated\""));
        // the demo business comes order by order
        until(() -> largeOrder() > 0);
        long order = largeOrder();
        JsonNode asked = post("/api/v1/orders/" + order + "/payments", -1, "{\"kind\":\"PART\",\"method\":\"GATEWAY\",\"gateway\":\"simulated\",\"amount\":20.00}");
        JsonNode set = post("/api/v1/payments/" + asked.get("id").asLong() + "/authorise", asked.get("version").asLong(), "{\"gateway\":\"simulated\"}");
        JsonNode paid = post("/api/v1/payments/" + set.get("id").asLong() + "/capture", set.get("version").asLong(), "{}");
        assertThat(paid.get("captured").decimalValue()).isEqualByComparingTo("20.00");
        return paid;
    }

    /** One that 20 can be paid of; 0 if none is there yet. */
    private long largeOrder() throws Exception {
        long order = 0;
        for (JsonNode p : server.get("/api/v1/payments?show=OPEN", token).get("items")) {
            order = p.get("amount").decimalValue().intValue() > 50 ? p.get("orderId").asLong() : order;
        }
        return order;
    }

    private List<JsonNode> refunds(String payment) throws Exception {
        List<JsonNode> all = new ArrayList<>();
        server.get(payment + "/steps", token).forEach(s -> {
            if (s.get("action").asText().equals("REFUND")) {
                all.add(s);
            }
        });
        return all;
    }

    /** @param version below zero: without one */
    private JsonNode post(String path, long version, String body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url(path))).header("Authorization", "Bearer " + token).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (version >= 0) {
            request.header("If-Match", "\"" + version + "\"");
        }
        if (path.endsWith("/refund")) {
            request.header("Idempotency-Key", KEY);
        }
        HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(path + ": " + answer.body()).isBetween(200, 299);
        return json.readTree(answer.body());
    }
}
