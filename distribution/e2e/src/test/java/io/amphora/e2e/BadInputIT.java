package io.amphora.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.amphora.distribution.kit.RunningServer;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What callers send that is wrong, over HTTP to a whole server: all of it is named, nothing of it is kept, and the server lives. */
class BadInputIT {
    /** Escapes, so that halves of characters arrive as such. */
    private static final ObjectMapper JSON = JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
    /** A few of each kind; the large collection is read where it is there. */
    private static final List<String> NAUGHTY = List.of("", "   ", "null", "undefined", "NaN", "1E400", "-1/0", "0x0", "'; drop table customer; --", "<script>alert(1)</script>",
            "{{7*7}}${7*7}%n%s", "=cmd|' /C calc'!A0", "../../etc/passwd\u0000.png", "\u0000", "\u0007\u001b[31m", "Ω≈ç√∫˜µ≤≥÷", "田中さんにあげて下さい", "مُنَاقَشَةُ سُبُلِ", "\u202etest\u202c", "\ufeffbom",
            "👩‍👩‍👧‍👦🏳️‍🌈", "Z̮̞̠͙͔ͅḀ̗̞͈̻̗L͉̠", "\ud800", "a\r\nSet-Cookie: x=1", "ﷺ", "İıß");

    private static RunningServer server;
    private static String token;
    private long traces;

    @BeforeAll
    static void start() throws Exception {
        server = new RunningServer(Amphora.archive(), Amphora.home("bad-input"));
        server.start("512m");
        String setup = Files.readString(server.home().resolve("data/setup-token")).strip();
        send("POST", "/setup", JSON.writeValueAsString(Map.of("token", setup, "name", "ada", "displayName", "Ada", "password", "a long password")));
        token = signIn("ada");
        String roles = "[\"SALES\",\"SERVICE\",\"WAREHOUSE\",\"FINANCE\",\"MANAGER\",\"INTEGRATOR\",\"ADMIN\"]";
        assertThat(send("POST", "/users", "{\"name\":\"eve\",\"displayName\":\"Eve\",\"password\":\"a long password\",\"roles\":" + roles + "}").status()).isEqualTo(201);
        token = signIn("eve");
        assertThat(send("POST", "/products", product("A-1", "1.00")).status()).isEqualTo(201);
    }

    private static String signIn(String name) {
        return send("POST", "/tokens", "{\"label\":\"test\",\"name\":\"" + name + "\",\"password\":\"a long password\"}").json().get("secret").asText();
    }

    @AfterAll
    static void stop() throws InterruptedException {
        server.close();
    }

    @BeforeEach
    void countTraces() throws IOException {
        traces = traces();
    }

    @AfterEach
    void livesOnWithoutAStackTrace() throws Exception {
        assertThat(server.status("/health")).isEqualTo(200);
        assertThat(traces()).as("stack traces in the log").isEqualTo(traces);
    }

    private static long traces() throws IOException {
        try (Stream<String> lines = Files.lines(server.home().resolve("data/log/karaf.log"))) {
            return lines.filter(line -> line.startsWith("\tat ")).count();
        }
    }

    private static Answer send(String method, String path, String body, String... headers) {
        return Answer.of(server.url("/api/v1" + path), method, token, body, headers);
    }

    private static Answer post(String path, String body, String... headers) {
        return send("POST", path, body, headers);
    }

    private static String product(String sku, String price) {
        return "{\"sku\":\"" + sku + "\",\"name\":\"A\",\"price\":" + price + ",\"currency\":\"EUR\"}";
    }

    private static String customer(String name) throws IOException {
        return JSON.writeValueAsString(Map.of("name", name));
    }

    private static int count(String path) {
        return send("GET", path + "?size=500", null).json().get("items").size();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"/orders | {", "/orders | {\"lines\": [", "/products | nonsense", "/customers | {\"name\": \"a\" \"b\"}", "/customers | {\"name\": \"a\\x\"}", "/stock/receive | ]",
            "/users | {\"name\": 'a'}", "/locations | {\"a\": 1}}"})
    void malformedJsonIsRefused(String path, String body) {
        Answer answer = post(path, body);

        assertThat(answer.status()).isIn(400, 422);
        answer.fields();
    }

    @Test
    void wrongTypesAndUnknownFieldsAreNamedAtOnce() {
        Answer answer = post("/orders", "{\"customerId\": \"x\", \"wishedDate\": \"soon\", \"colour\": 1, \"lines\": [{\"sku\": 5, \"quantity\": \"many\", \"free\": true}]}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.fields()).contains("customerId", "wishedDate", "colour", "lines[0].sku", "lines[0].quantity", "lines[0].free");
    }

    @Test
    void whatDoesNotFitIsNamedTogetherWithWhatTheUseCaseRefuses() {
        int before = count("/orders");

        Answer order = post("/orders", "{\"colour\": 1, \"wishedDate\": \"soon\", \"currency\": \"XXX1\", \"lines\": [{\"sku\": \"A-1\", \"quantity\": -1}, {\"sku\": \"A-1\", \"quantity\": 1, \"unitPrice\": \"5\"}]}");
        Answer product = post("/products", "{\"sku\": \"A-3\", \"name\": \"\", \"price\": -1, \"currency\": \"EUR\", \"active\": \"yes\"}");

        assertThat(order.fields()).contains("colour", "wishedDate", "currency", "lines[0].quantity", "lines[1].unitPrice");
        assertThat(product.fields()).contains("active", "name", "price");
        assertThat(post("/orders", "{\"colour\": 1, \"lines\": [{\"sku\": \"A-1\", \"quantity\": 1}]}").fields()).contains("colour");
        assertThat(count("/orders")).isEqualTo(before);
    }

    @Test
    void queryParametersThatAreUnknownOrDoNotFitAreNamedAtOnce() {
        Answer answer = send("GET", "/orders?size=abc&colour=red&status=NEVER&from=yesterday&historic=maybe", null);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.fields()).containsExactlyInAnyOrder("size", "colour", "status", "from", "historic");
    }

    @Test
    void everythingWrongWithAnOrderIsNamedAndNothingOfItKept() {
        int before = count("/orders");

        Answer answer = post("/orders", "{\"currency\": \"XXX1\", \"lines\": [{\"sku\": \"A-1\", \"quantity\": -1}, {\"sku\": \"A-1\", \"quantity\": 0}, {\"sku\": \"no such\", \"quantity\": 1},"
                + " {\"sku\": \"A-1\", \"quantity\": 1.23456}, {\"sku\": \"A-1\", \"quantity\": 1e30}, {\"sku\": \"A-1\", \"quantity\": 1, \"unitPrice\": -5}]}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.fields()).contains("lines[0].quantity", "lines[1].quantity", "lines[3].quantity", "lines[4].quantity", "lines[5].unitPrice");
        assertThat(post("/orders", "{\"lines\": []}").status()).isEqualTo(422);
        assertThat(count("/orders")).isEqualTo(before);
    }

    @Test
    void negativePricesAndQuantitiesAreRefused() {
        assertThat(post("/products", product("A-2", "-1")).fields()).contains("price");
        assertThat(post("/stock/receive", "{\"sku\": \"A-1\", \"locationId\": 1, \"quantity\": -3}").status()).isEqualTo(422);
    }

    @Test
    void namesOfTenMegabytesAreRefused() throws IOException {
        int before = count("/customers");

        assertThat(post("/customers", customer("a".repeat(10_000_000))).status()).isEqualTo(413);
        assertThat(post("/customers", customer("a".repeat(500_000))).fields()).containsExactly("name");
        assertThat(send("GET", "/orders?text=" + "a".repeat(6_000), null).status()).isIn(200, 414, 422, 431);
        assertThat(count("/customers")).isEqualTo(before);
    }

    @Test
    void naughtyStringsAreKeptAsTheyAreOrRefused() throws IOException {
        List<String> all = new ArrayList<>(NAUGHTY);
        Path collection = Path.of(System.getProperty("amphora.bundles"), "../../shared/data/vectors/naughty-strings/blns.json").normalize();
        if (Files.exists(collection)) {
            JSON.readTree(collection.toFile()).forEach(text -> all.add(text.asText()));
        }
        for (String text : all) {
            Answer answer = post("/customers", customer(text));
            if (answer.status() == 201) {
                assertThat(send("GET", "/customers/" + answer.json().get("id").asLong(), null).json().get("name").asText()).as(JSON.writeValueAsString(text)).isEqualTo(text.strip());
            } else {
                assertThat(answer.status()).as(text).isIn(400, 422);
                answer.fields();
            }
            assertThat(send("GET", "/customers?text=" + URLEncoder.encode(text, StandardCharsets.UTF_8), null).status()).as(text).isIn(200, 422);
        }
    }

    @Test
    void aKeyThatWasUsedForSomethingElseIsRefusedAndARepeatAnsweredWithTheFirst() throws IOException {
        String key = "customer";
        Answer first = post("/customers", customer("Ann"), "Idempotency-Key", key);
        Answer again = post("/customers", customer("Ann"), "Idempotency-Key", key);
        Answer other = post("/customers", customer("Bob"), "Idempotency-Key", key);

        assertThat(List.of(first.status(), again.status(), other.status())).containsExactly(201, 201, 422);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(other.fields()).containsExactly("Idempotency-Key");
    }

    @Test
    void anUploadIsTakenOncePerKeyAlsoAsAForm() {
        String csv = "sku,name,price,currency\nB-1,B,1.00,EUR\n";
        String form = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"b.csv\"\r\nContent-Type: text/csv\r\n\r\n" + csv + "\r\n--x--\r\n";
        int before = count("/imports");

        Answer first = post("/imports?kind=products&fileName=b.csv", csv, "Content-Type", "text/csv", "Idempotency-Key", "upload");
        Answer again = post("/imports?kind=products&fileName=b.csv", form, "Content-Type", "multipart/form-data; boundary=x", "Idempotency-Key", "upload");
        Answer other = post("/imports?kind=products&fileName=b.csv", csv + "C-1,C,1.00,EUR\n", "Content-Type", "text/csv", "Idempotency-Key", "upload");

        assertThat(first.status()).as(first.text()).isEqualTo(201);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(other.fields()).containsExactly("Idempotency-Key");
        assertThat(count("/imports")).isEqualTo(before + 1);
        assertThat(post("/imports?kind=products", "no form", "Content-Type", "multipart/form-data; boundary=x").status()).isEqualTo(400);
    }

    @Test
    void changesWantTheVersionThatWasRead() throws IOException {
        Answer made = post("/customers", customer("Carl"));
        String path = "/customers/" + made.json().get("id").asLong();
        String etag = made.whole().headers().firstValue("ETag").orElseThrow();

        assertThat(send("PUT", path, customer("Dora")).status()).isEqualTo(428);
        assertThat(send("PUT", path, customer("Dora"), "If-Match", "nonsense").fields()).containsExactly("If-Match");
        assertThat(send("PUT", path, customer("Dora"), "If-Match", etag).status()).isEqualTo(200);
        Answer stale = send("PUT", path, customer("Emil"), "If-Match", etag);

        assertThat(stale.status()).isEqualTo(412);
        stale.fields();
        assertThat(send("GET", path, null).json().get("name").asText()).isEqualTo("Dora");
    }

    @Test
    void whoIsNotKnownIsNotAnswered() {
        for (String bearer : List.of("Bearer nobody", "Bearer ", "Basic YTpi", "Bearer " + "a".repeat(2_000))) {
            Answer answer = send("GET", "/orders", null, "Authorization", bearer);
            assertThat(answer.status()).as(bearer).isEqualTo(401);
            answer.fields();
        }
        assertThat(post("/tokens", "{\"label\":\"x\",\"name\":\"ada\",\"password\":\"wrong\"}", "Authorization", "Bearer nobody").status()).isIn(401, 403, 422);
    }

    @Test
    void theDocumentSaysWhatWantsNoToken() {
        JsonNode paths = send("GET", "/openapi.json", null).json().get("paths");

        assertThat(paths.at("/~1tokens/post/security").isArray()).isTrue();
        assertThat(paths.at("/~1setup/get/security").isArray()).isTrue();
        assertThat(paths.at("/~1tokens/get").has("security")).isFalse();
        assertThat(paths.at("/~1orders/post").has("security")).isFalse();
    }
}
