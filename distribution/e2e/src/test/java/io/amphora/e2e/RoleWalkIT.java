package io.amphora.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amphora.distribution.kit.RunningServer;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Walks the whole table of what can be done to orders, from every status, as every role, over HTTP to a whole server. */
class RoleWalkIT {
    private static final String PASSWORD = "a long password";
    private static final List<String> STATUSES = List.of("DRAFT", "IN_REVIEW", "APPROVED", "ASSIGNED", "PICKED", "SHIPPED", "DELIVERED", "COMPLETED", "CANCELLED", "REJECTED");
    private static final List<String> STEPS = List.of("assign", "pick", "ship", "deliver", "complete");
    private static final Map<String, Set<String>> ROLES = Map.of(
            "SALES", Set.of("enter", "cancel", "amend"),
            "SERVICE", Set.of("enter", "cancel", "amend", "complete"),
            "WAREHOUSE", Set.of("fulfil"),
            "FINANCE", Set.of("complete"),
            "INTEGRATOR", Set.of("enter"),
            "MANAGER", Set.of("enter", "review", "assign", "fulfil", "complete", "cancel", "amend", "reopen"));

    /** What is sent, who may, and from where it is possible. */
    private record Act(String method, String path, String body, String permission, Set<String> from) {
    }

    private static RunningServer server;
    private static final Map<String, String> TOKENS = new LinkedHashMap<>();
    private static long customer;
    private static long location;

    private static Map<String, Act> acts(JsonNode order) {
        String reason = "{\"reason\":\"because\"}";
        long line = order.get("lines").get(0).get("id").asLong();
        Set<String> cancel = Set.of("DRAFT", "IN_REVIEW", "APPROVED", "ASSIGNED", "PICKED");
        Map<String, Act> acts = new LinkedHashMap<>();
        acts.put("submit", new Act("POST", "submit", null, "enter", Set.of("DRAFT")));
        acts.put("approve", new Act("POST", "approve", reason, "review", Set.of("IN_REVIEW")));
        acts.put("reject", new Act("POST", "reject", reason, "review", Set.of("IN_REVIEW")));
        acts.put("assign", new Act("POST", "assign", "{\"locationId\":" + location + "}", "assign", Set.of("APPROVED", "ASSIGNED")));
        acts.put("pick", new Act("POST", "pick", "{}", "fulfil", Set.of("ASSIGNED")));
        acts.put("ship", new Act("POST", "ship", "{}", "fulfil", Set.of("PICKED")));
        acts.put("deliver", new Act("POST", "deliver", "{}", "fulfil", Set.of("SHIPPED")));
        acts.put("come-back", new Act("POST", "come-back", "{\"to\":\"NOWHERE\",\"reason\":\"because\"}", "fulfil", Set.of("SHIPPED")));
        acts.put("lose", new Act("POST", "lose", reason, "fulfil", Set.of("SHIPPED")));
        acts.put("complete", new Act("POST", "complete", null, "complete", Set.of("DELIVERED")));
        acts.put("cancel", new Act("POST", "cancel", reason, "cancel", cancel));
        acts.put("close-short", new Act("POST", "close-short", reason, "cancel", Set.of("APPROVED", "ASSIGNED", "PICKED")));
        acts.put("reopen", new Act("POST", "reopen", reason, "reopen", Set.of("COMPLETED", "CANCELLED")));
        acts.put("part", new Act("POST", "part", "{\"lines\":[{\"lineId\":" + line + ",\"quantity\":1}],\"reason\":\"two\"}", "amend", Set.of("APPROVED", "ASSIGNED")));
        acts.put("revisions", new Act("POST", "revisions", "{\"lines\":[{\"id\":" + line + ",\"quantity\":7}],\"reason\":\"more\"}", "amend", Set.of("IN_REVIEW", "APPROVED", "ASSIGNED")));
        acts.put("delivery", new Act("PUT", "delivery", "{\"shipComplete\":true,\"priority\":3}", "amend", Set.of("IN_REVIEW", "APPROVED", "ASSIGNED", "PICKED", "SHIPPED", "DELIVERED")));
        return acts;
    }

    @BeforeAll
    static void start() throws Exception {
        server = new RunningServer(Amphora.archive(), Amphora.home("roles"));
        server.start("512m");
        String setup = Files.readString(server.home().resolve("data/setup-token")).strip();
        send(null, "POST", "setup", "{\"token\":\"" + setup + "\",\"name\":\"ada\",\"displayName\":\"Ada\",\"password\":\"" + PASSWORD + "\"}");
        TOKENS.put("ADMIN", signIn("ada"));
        // nothing may move the orders but this test
        Answer off = send("ADMIN", "PUT", "extensions/features/amphora-assignment", "{\"on\":false,\"withDependents\":true}");
        assertThat(off.status()).as(off.text()).isEqualTo(200);
        user("clerk", "SALES");
        ROLES.keySet().forEach(r -> user("the-" + r.toLowerCase(java.util.Locale.ROOT), r));
        customer = send("ADMIN", "POST", "customers", "{\"name\":\"Café Central\",\"country\":\"Austria\",\"addresses\":[{\"recipient\":\"Café\",\"street\":\"Herrengasse 14\",\"city\":\"Wien\",\"country\":\"Austria\"}]}").json().get("id").asLong();
        assertThat(send("ADMIN", "POST", "products", "{\"sku\":\"S-1\",\"name\":\"Service\",\"unit\":\"pcs\",\"price\":10.00,\"currency\":\"EUR\",\"stocked\":false}").status()).isEqualTo(201);
        send("ADMIN", "PUT", "review/limits", "{\"order.review.duplicate-minutes\":\"0\"}", "If-Match", "\"0\"");
        Answer there = send("ADMIN", "POST", "locations", "{\"code\":\"HERE\",\"name\":\"Here\",\"priority\":1}");
        assertThat(there.status()).as(there.text()).isEqualTo(201);
        location = there.json().get("id").asLong();
    }

    @AfterAll
    static void stop() throws InterruptedException {
        server.close();
    }

    private static void user(String name, String role) {
        Answer made = send("ADMIN", "POST", "users", "{\"name\":\"" + name + "\",\"displayName\":\"" + name + "\",\"password\":\"" + PASSWORD + "\",\"roles\":[\"" + role + "\"]}");
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        TOKENS.put(name.equals("clerk") ? "clerk" : role, signIn(name));
    }

    private static String signIn(String name) {
        return send(null, "POST", "tokens", "{\"label\":\"test\",\"name\":\"" + name + "\",\"password\":\"" + PASSWORD + "\"}").json().get("secret").asText();
    }

    private static Answer send(String as, String method, String path, String body, String... headers) {
        return Answer.of(server.url("/api/v1/" + path), method, as == null ? null : TOKENS.get(as), body, headers);
    }

    private static Answer act(String as, JsonNode order, Act act, String... headers) {
        return send(as, act.method(), "orders/" + order.get("id").asLong() + "/" + act.path(), act.body(), headers);
    }

    private static String[] seen(JsonNode order) {
        return new String[] {"If-Match", "\"" + order.get("version").asLong() + "\""};
    }

    private static JsonNode now(JsonNode order) {
        return send("ADMIN", "GET", "orders/" + order.get("id").asLong(), null).json();
    }

    /** An order that stands here, entered by the clerk. */
    private static JsonNode standing(String status) {
        boolean cheap = status.equals("IN_REVIEW") || status.equals("REJECTED");
        Answer made = send("clerk", "POST", "orders" + (status.equals("DRAFT") ? "?draft=true" : ""), "{\"customerId\":" + customer + ",\"lines\":[{\"sku\":\"S-1\",\"quantity\":5"
                + (cheap ? ",\"unitPrice\":1" : "") + "},{\"sku\":\"S-1\",\"quantity\":2}]}");
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        JsonNode order = made.json();
        if (status.equals("CANCELLED") || status.equals("REJECTED")) {
            return done(order, status.equals("CANCELLED") ? "cancel" : "reject");
        }
        for (String step : STEPS) {
            if (order.get("status").asText().equals(status)) {
                break;
            }
            order = done(order, step);
        }
        assertThat(order.get("status").asText()).isEqualTo(status);
        return order;
    }

    private static JsonNode done(JsonNode order, String step) {
        Answer answer = act("MANAGER", order, acts(order).get(step), seen(order));
        assertThat(answer.status()).as(step + " " + answer.text()).isEqualTo(200);
        return now(order);
    }

    @Test
    void everyActionFromEveryStatusAsEveryRole() {
        int asked = 0;
        for (String status : STATUSES) {
            JsonNode order = standing(status);
            for (String name : acts(order).keySet()) {
                for (Map.Entry<String, Set<String>> role : ROLES.entrySet()) {
                    Act act = acts(order).get(name);
                    String what = role.getKey() + " " + name + " from " + status;
                    boolean may = role.getValue().contains(act.permission());
                    boolean possible = act.from().contains(status);
                    assertThat(act(role.getKey(), order, act).status()).as(what + " without If-Match").isEqualTo(428);
                    int stale = act(role.getKey(), order, act, "If-Match", "\"" + (order.get("version").asLong() + 1000) + "\"").status();
                    // a step of approval may be anybody's who sees the order: of that the version is looked at first
                    boolean perhaps = act.permission().equals("review");
                    assertThat(stale).as(what + " of another version").isEqualTo(may || perhaps ? 412 : 403);
                    Answer answer = act(role.getKey(), order, act, seen(order));
                    asked += 3;
                    if (!may) {
                        assertThat(answer.status()).as(what).isEqualTo(403);
                    } else if (!possible) {
                        assertThat(answer.status()).as(what).isEqualTo(409);
                        assertThat(answer.json().get("errors")).as(what).isNotEmpty();
                    } else {
                        assertThat(answer.status()).as(what + " " + answer.text()).isIn(200, 201);
                        order = standing(status);
                    }
                }
                assertThat(whoeverAsks(now(order))).as(name + " from " + status + ": what was refused left no trace").isEqualTo(whoeverAsks(order));
            }
        }
        assertThat(asked).isGreaterThan(2000);
    }

    /** What is possible depends on who asks. */
    private static JsonNode whoeverAsks(JsonNode order) {
        return ((ObjectNode) order.deepCopy()).without("possible");
    }

    @Test
    void noWayRoundFourEyesOverRest() {
        Answer made = send("MANAGER", "POST", "orders", "{\"customerId\":" + customer + ",\"lines\":[{\"sku\":\"S-1\",\"quantity\":5,\"unitPrice\":1}]}");
        JsonNode own = made.json();
        assertThat(own.get("status").asText()).isEqualTo("IN_REVIEW");
        Act approve = acts(own).get("approve");
        assertThat(act("MANAGER", own, approve, seen(own)).status()).isEqualTo(409);
        String findings = own.get("findings").findValuesAsText("id").toString();
        assertThat(send("MANAGER", "POST", "orders/" + own.get("id").asLong() + "/waive", "{\"findingIds\":" + findings + ",\"reason\":\"mine\"}", seen(own)).status()).isEqualTo(409);
        Answer bulk = send("MANAGER", "POST", "orders/bulk", "{\"action\":\"APPROVE\",\"orders\":[{\"id\":" + own.get("id").asLong() + "}],\"reason\":\"mine\"}");
        assertThat(bulk.status()).as(bulk.text()).isEqualTo(202);
        JsonNode run = ended(bulk.json().get("id").asLong());
        assertThat(run.get("refused").asInt()).isEqualTo(1);
        assertThat(send("MANAGER", "GET", "orders/bulk/" + run.get("id").asLong() + "/rows?outcome=REFUSED", null).text()).contains("order.own");
        JsonNode amended = standing("IN_REVIEW");
        Answer revision = act("MANAGER", amended, acts(amended).get("revisions"), seen(amended));
        assertThat(revision.status()).isEqualTo(201);
        JsonNode after = revision.json();
        assertThat(act("MANAGER", after, approve, seen(after)).status()).isEqualTo(409);
        assertThat(now(own).get("status").asText()).isEqualTo("IN_REVIEW");
        assertThat(act("ADMIN", own, approve, seen(own)).status()).isEqualTo(200);
    }

    private static JsonNode ended(long run) {
        JsonNode now = send("MANAGER", "GET", "orders/bulk/" + run, null).json();
        for (int i = 0; i < 200 && now.get("state").asText().equals("RUNNING"); i++) {
            java.util.concurrent.locks.LockSupport.parkNanos(50_000_000L);
            now = send("MANAGER", "GET", "orders/bulk/" + run, null).json();
        }
        return now;
    }
}
