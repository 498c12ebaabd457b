package io.amphora.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.amphora.distribution.kit.RunningServer;
import java.nio.file.Files;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Everything that is set up over REST: changing it needs what was read, and of two changes from one read the second is refused. */
class SetupEditsIT {
    private static final String PASSWORD = "a long password";
    private static RunningServer server;
    private static String token;

    @BeforeAll
    static void start() throws Exception {
        server = new RunningServer(Amphora.archive(), Amphora.home("setup-edits"));
        server.start("512m");
        String setup = Files.readString(server.home().resolve("data/setup-token")).strip();
        send("POST", "setup", "{\"token\":\"" + setup + "\",\"name\":\"ada\",\"displayName\":\"Ada\",\"password\":\"" + PASSWORD + "\"}");
        token = send("POST", "tokens", "{\"label\":\"test\",\"name\":\"ada\",\"password\":\"" + PASSWORD + "\"}").json().get("secret").asText();
    }

    @AfterAll
    static void stop() throws InterruptedException {
        server.close();
    }

    private static Answer send(String method, String path, String body, String... headers) {
        return Answer.of(server.url("/api/v1/" + path), method, token, body, headers);
    }

    private static Answer made(String path, String body) {
        Answer made = send("POST", path, body);
        assertThat(made.status()).as(path + " " + made.text()).isEqualTo(201);
        return made;
    }

    /** What is read, what is written where. */
    private record Thing(String read, String write, String body) {
        Thing(String path, String body) {
            this(path, path, body);
        }
    }

    private static Map<String, Thing> things() {
        made("products", "{\"sku\":\"S-1\",\"name\":\"Mug\",\"unit\":\"pcs\",\"price\":10.00,\"currency\":\"EUR\",\"stocked\":true}");
        long location = made("locations", "{\"code\":\"HERE\",\"name\":\"Here\",\"priority\":1}").json().get("id").asLong();
        Answer received = send("POST", "stock/receive", "{\"sku\":\"S-1\",\"locationId\":" + location + ",\"quantity\":5}");
        assertThat(received.status()).as(received.text()).isBetween(200, 201);
        long rule = made("approvals/rules", "{\"name\":\"boss\",\"active\":true,\"minTotal\":1000,\"step\":1,\"role\":\"MANAGER\"}").json().get("id").asLong();
        Map<String, Thing> all = new TreeMap<>();
        all.put("approval rule", new Thing("approvals/rules/" + rule, "{\"name\":\"boss\",\"active\":false,\"minTotal\":2000,\"step\":1,\"role\":\"MANAGER\"}"));
        all.put("review limits", new Thing("review/limits", "{\"order.review.max-total\":\"900\"}"));
        all.put("return rules", new Thing("return-setup/rules", "{\"days\":20,\"claimDays\":60,\"excluded\":[],\"feePercent\":0,\"refundCharges\":true,\"creditNotes\":false}"));
        all.put("fulfilment", new Thing("fulfilment/setup", "{\"companyPrefix\":\"0614141\",\"lateDays\":3,\"pollMinutes\":10}"));
        all.put("payment terms", new Thing("payment-setup/terms", "{\"usual\":\"NET_30\",\"byChannel\":{}}"));
        all.put("backorder policy", new Thing("backorders/policy", "{\"policy\":\"ACCEPT\"}"));
        all.put("backorder policy of a product", new Thing("backorders/policy", "backorders/policy/S-1", "{\"policy\":\"ACCEPT\"}"));
        all.put("lead days", new Thing("backorders/lead-days", "{\"days\":4}"));
        all.put("lead days of a product", new Thing("backorders/lead-days", "backorders/lead-days/S-1", "{\"days\":4}"));
        all.put("documents", new Thing("documents/settings", "{\"document.seller\":\"Harbour 1\"}"));
        all.put("barcodes", new Thing("barcodes/of/S-1", "{\"barcodes\":[\"4006381333931\"]}"));
        all.put("shelf", new Thing("shelves/S-1/" + location, "{\"zone\":\"A\",\"bin\":\"7\"}"));
        all.put("subscriptions", new Thing("message-subscriptions/role/MANAGER", "{\"occasion\":\"order.received\",\"transport\":\"bell\",\"wanted\":true}"));
        all.put("quiet hours", new Thing("message-subscriptions/person/ada/quiet-hours", "{\"from\":\"22:00\",\"to\":\"06:00\",\"zone\":\"Europe/Vienna\"}"));
        return all;
    }

    @Test
    void ofTwoChangesFromOneReadTheSecondIsRefused() {
        things().forEach((name, t) -> {
            Answer read = send("GET", t.read(), null);
            assertThat(read.status()).as(name + read.text()).isEqualTo(200);
            String tag = read.whole().headers().firstValue("ETag").orElseThrow(() -> new AssertionError(name + " has no ETag"));

            assertThat(send("PUT", t.write(), t.body()).status()).as(name + " without If-Match").isEqualTo(428);
            Answer first = send("PUT", t.write(), t.body(), "If-Match", tag);
            assertThat(first.status()).as(name + first.text()).isEqualTo(200);
            Answer second = send("PUT", t.write(), t.body(), "If-Match", tag);
            assertThat(second.status()).as(name + " changed twice").isEqualTo(412);
            assertThat(second.text()).as(name).contains("ada");
            String next = first.whole().headers().firstValue("ETag").orElseThrow();
            assertThat(send("PUT", t.write(), t.body(), "If-Match", next).status()).as(name + " read again").isEqualTo(200);
        });
    }
}
