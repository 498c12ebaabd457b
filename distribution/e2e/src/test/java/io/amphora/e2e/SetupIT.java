package io.amphora.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.amphora.distribution.kit.RunningServer;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two people who set up the same thing: the second is refused, nothing is lost. And no request body makes a resource fail. */
class SetupIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Changes that overwrite nothing that somebody else might have written. */
    private static final Map<String, String> WITHOUT_IF_MATCH = Map.of(
            "/me/password", "wants the old password",
            "/users/{id}/password", "nobody reads the old one",
            "/orders/{id}/tracking-link", "makes the one link there is",
            "/extensions/features/{name}", "one switch, on or off",
            "/extensions/bundles/{id}", "one switch, on or off");

    private static RunningServer server;
    private static String token;
    private static String rule;
    private static String location;

    @BeforeAll
    static void start() throws Exception {
        server = new RunningServer(Amphora.archive(), Amphora.home("setup"));
        server.start("512m");
        String setup = Files.readString(server.home().resolve("data/setup-token")).strip();
        send("POST", "/setup", JSON.writeValueAsString(Map.of("token", setup, "name", "ada", "displayName", "Ada", "password", "a long password")));
        token = signIn("ada");
        String roles = "[\"SALES\",\"SERVICE\",\"WAREHOUSE\",\"FINANCE\",\"MANAGER\",\"INTEGRATOR\",\"ADMIN\"]";
        assertThat(send("POST", "/users", "{\"name\":\"eve\",\"displayName\":\"Eve\",\"password\":\"a long password\",\"roles\":" + roles + "}").status()).isEqualTo(201);
        token = signIn("eve");
        assertThat(send("POST", "/products", "{\"sku\":\"A-1\",\"name\":\"A\",\"price\":1,\"currency\":\"EUR\"}").status()).isEqualTo(201);
        location = send("POST", "/locations", "{\"code\":\"SHELF\",\"name\":\"Main\",\"priority\":1}").json().path("id").asText();
        send("POST", "/stock/receive", "{\"sku\":\"A-1\",\"locationId\":" + location + ",\"quantity\":5}");
        rule = send("POST", "/approvals/rules", "{\"name\":\"big\",\"active\":true,\"minTotal\":1000,\"step\":1,\"role\":\"MANAGER\"}").json().path("id").asText();
    }

    private static String signIn(String name) {
        return send("POST", "/tokens", "{\"label\":\"test\",\"name\":\"" + name + "\",\"password\":\"a long password\"}").json().get("secret").asText();
    }

    @AfterAll
    static void stop() throws InterruptedException {
        server.close();
    }

    private static Answer send(String method, String path, String body, String... headers) {
        return Answer.of(server.url("/api/v1" + path), method, token, body, headers);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "/approvals/rules/{rule} | /approvals/rules/{rule} | {'name':'first','active':true,'minTotal':1,'step':1,'role':'MANAGER'} | {'name':'second','active':true,'minTotal':2,'step':1,'role':'MANAGER'}",
            "/review/limits | /review/limits | {'order.review.duplicate-minutes':'7'} | {'order.review.duplicate-minutes':'8'}",
            "/backorders/policy | /backorders/policy | {'policy':'ACCEPT'} | {'policy':'REFUSE'}",
            "/backorders/policy | /backorders/policy/A-1 | {'policy':'REFUSE'} | {'policy':'ACCEPT'}",
            "/backorders/lead-days | /backorders/lead-days | {'days':3} | {'days':4}",
            "/backorders/lead-days | /backorders/lead-days/A-1 | {'days':5} | {'days':6}",
            "/return-setup/rules | /return-setup/rules | {'days':11,'claimDays':90,'excluded':[],'feePercent':0,'refundCharges':true,'creditNotes':false} | {'days':12,'claimDays':90,'excluded':[],'feePercent':0,'refundCharges':true,'creditNotes':false}",
            "/fulfilment/setup | /fulfilment/setup | {'lateDays':6,'pollMinutes':30} | {'lateDays':7,'pollMinutes':30}",
            "/payment-setup/terms | /payment-setup/terms | {'usual':'NET_30'} | {'usual':'NET_7'}",
            "/documents/settings | /documents/settings | {'installation.name':'First'} | {'installation.name':'Second'}",
            "/barcodes/of/A-1 | /barcodes/of/A-1 | {'sku':'A-1','barcodes':['FIRST']} | {'sku':'A-1','barcodes':['SECOND']}",
            "/shelves/A-1/{location} | /shelves/A-1/{location} | {'zone':'A','bin':'1'} | {'zone':'B','bin':'2'}",
            "/message-subscriptions/role/MANAGER | /message-subscriptions/role/MANAGER | {'occasion':'order.received','transport':'bell','wanted':true} | {'occasion':'order.received','transport':'bell','wanted':false}",
            "/message-digest | /message-digest | {'minutes':7} | {'minutes':8}",
            "/message-subscriptions/person/eve/quiet-hours | /message-subscriptions/person/eve/quiet-hours | {'from':'20:00','to':'06:00','zone':'UTC'} | {'from':'21:00','to':'07:00','zone':'UTC'}"})
    void ofTwoEditsFromOneReadTheSecondIsRefused(String read, String write, String first, String second) {
        String tag = tag(read);

        assertThat(put(write, second).status()).as("without If-Match").isEqualTo(428);
        Answer done = put(write, first, "If-Match", tag);
        assertThat(done.status()).as(done.text()).isEqualTo(200);
        String after = send("GET", path(read), null).text();
        Answer refused = put(write, second, "If-Match", tag);

        assertThat(refused.status()).as(refused.text()).isEqualTo(412);
        assertThat(refused.text()).as("who was faster").contains("eve");
        assertThat(send("GET", path(read), null).text()).as("nothing is lost").isEqualTo(after);
        assertThat(put(write, second, "If-Match", done.whole().headers().firstValue("ETag").orElseThrow()).status()).as("knowing what there is").isEqualTo(200);
    }

    private static String path(String path) {
        return path.replace("{rule}", rule).replace("{location}", location);
    }

    private static String tag(String path) {
        Answer read = send("GET", path(path), null);
        return read.whole().headers().firstValue("ETag").orElseThrow(() -> new AssertionError(path + " has no ETag: " + read.status() + " " + read.text()));
    }

    private static Answer put(String path, String body, String... headers) {
        return send("PUT", path(path), body.replace('\'', '"'), headers);
    }

    @Test
    void everyPutTakesIfMatch() {
        List<String> without = new ArrayList<>();
        operations("put").forEach((path, operation) -> {
            boolean takes = StreamSupport.stream(operation.path("parameters").spliterator(), false).anyMatch(p -> p.path("name").asText().equals("If-Match"));
            if (!takes) {
                without.add(path);
            }
        });

        assertThat(without).containsExactlyInAnyOrderElementsOf(WITHOUT_IF_MATCH.keySet());
    }

    private static Map<String, JsonNode> operations(String method) {
        JsonNode paths = send("GET", "/openapi.json", null).json().get("paths");
        Map<String, JsonNode> found = new java.util.TreeMap<>();
        for (Iterator<Map.Entry<String, JsonNode>> all = paths.fields(); all.hasNext();) {
            Map.Entry<String, JsonNode> path = all.next();
            if (path.getValue().has(method)) {
                found.put(path.getKey(), path.getValue().get(method));
            }
        }
        return found;
    }

    /** Whatever is sent, the caller is told what is wrong with it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"post | {}", "put | {}", "post | []", "post | 7", "post | null", "put | []", "put | null", "post | {\"x\": 1, \"lines\": 5, \"name\": [], \"orderId\": {}}"})
    void noBodyMakesAResourceFail(String method, String body) {
        List<String> failed = new ArrayList<>();
        Set<String> leaves = Set.of("/setup", "/tokens");
        operations(method).keySet().stream().filter(p -> !leaves.contains(p)).forEach(p -> {
            Answer answer = send(method.toUpperCase(java.util.Locale.ROOT), p.replaceAll("\\{[^}]*}", "1"), body, "If-Match", "\"1\"");
            if (answer.status() >= 500) {
                failed.add(p + " " + answer.status() + " " + answer.text());
            }
        });

        assertThat(failed).isEmpty();
    }
}
