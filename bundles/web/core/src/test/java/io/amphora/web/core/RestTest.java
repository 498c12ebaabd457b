package io.amphora.web.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.amphora.common.Actor;
import io.amphora.identity.api.Tokens;
import io.amphora.platform.api.Tx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.jaxrs.JAXRSServerFactoryBean;
import org.apache.cxf.transport.http_jetty.JettyHTTPServerEngineFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** All that stands between HTTP and a resource, without OSGi and network. */
class RestTest {
    private static final String THING = "{\"name\":\"n\",\"kind\":\"SMALL\",\"count\":1,\"active\":true,\"at\":\"2026-01-31T12:00:00Z\",\"due\":\"2026-01-31\","
            + "\"main\":{\"name\":\"p\",\"quantity\":1.50},\"parts\":[]}";
    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static String base;
    private static Server server;

    @BeforeAll
    static void start() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            base = "http://127.0.0.1:" + free.getLocalPort();
        }
        JAXRSServerFactoryBean factory = new JAXRSServerFactoryBean();
        factory.setAddress(base);
        factory.setServiceBean(new SampleResource());
        factory.setProviders(RestApplication.providers(() -> List.of(new WebMessages()), KnownTokens::new));
        factory.setInvoker(new Invoker(() -> new NoDatabase()));
        server = factory.create();
    }

    @AfterAll
    static void stop() {
        server.destroy();
        JettyHTTPServerEngineFactory.destroyForPort(URI.create(base).getPort());
    }

    private static HttpResponse<String> send(String method, String path, String body, String... headers) {
        Map<String, String> all = new TreeMap<>(Map.of("Accept", "application/json", "Content-Type", "application/json", "Authorization", "Bearer good"));
        for (int i = 0; i < headers.length; i += 2) {
            all.put(headers[i], headers[i + 1]);
        }
        all.values().removeIf(String::isEmpty);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(30))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        all.forEach(request::header);
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(method + " " + path, e);
        }
    }

    private static HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    private static HttpResponse<String> post(String path, String body, String... headers) {
        return send("POST", path, body, headers);
    }

    private static JsonNode body(HttpResponse<String> response) throws IOException {
        return Json.MAPPER.readTree(response.body());
    }

    private static JsonNode problem(HttpResponse<String> response, int status) throws IOException {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonNode problem = body(response);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        return problem;
    }

    private static List<String> fields(JsonNode problem) {
        return problem.get("errors").findValuesAsText("field");
    }

    @Test
    void givesTheCallerToTheResource() throws IOException {
        assertThat(body(get("/things")).get("items").get(0).asText()).isEqualTo("ann");
    }

    @Test
    void refusesWithoutAToken() throws IOException {
        assertThat(problem(get("/things", "Authorization", ""), 401).get("title").asText()).isNotBlank();
        assertThat(problem(post("/things", "{", "Authorization", "Bearer bad"), 401).get("errors")).isEmpty();
        assertThat(get("/things", "Authorization", "Bearer bad").headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Bearer");
    }

    @Test
    void answersPublicResourcesWithoutAToken() {
        assertThat(get("/things/open", "Authorization", "").statusCode()).isEqualTo(200);
    }

    @Test
    void readsAndWritesExactly() throws IOException {
        assertThat(body(post("/things", THING))).isEqualTo(Json.MAPPER.readTree(THING));
    }

    @Test
    void namesUnknownFieldsWhereTheyStandWhateverIsInThem() throws IOException {
        assertThat(fields(problem(post("/things", """
                {"name": "x", "count": 1, "active": true, "parts": [{"charges": [{"a": 1}, 2], "name": "x", "zzz": 5}, {"yyy": {"b": [1]}, "quantity": 1}], "last": [1, 2]}"""), 422)))
                .containsExactlyInAnyOrder("parts[0].charges", "parts[0].zzz", "parts[1].yyy", "last");
    }

    @Test
    void takesAPostWithoutABodyAsOneThatSaysNothing() throws IOException {
        assertThat(post("/things/changed", null, "Content-Type", "").body()).contains("kept");
        assertThat(post("/things/changed", null).body()).contains("kept");
        assertThat(fields(problem(post("/things/checked", null, "Content-Type", ""), 422))).contains("name", "count", "main.quantity");
        assertThat(problem(send("PUT", "/things/1", null, "If-Match", "\"1\""), 422).get("errors")).hasSize(1);
    }

    @Test
    void tellsWhatIsLeftOutFromWhatIsEmpty() throws IOException {
        assertThat(post("/things/changed", "{}").body()).isEqualTo("[\"kept\",\"2026-01-02\"]");
        assertThat(post("/things/changed", "{\"note\":null,\"due\":null}").body()).isEqualTo("[\"null\",\"null\"]");
        assertThat(post("/things/changed", "{\"note\":\"\",\"due\":\"2026-03-04\"}").body()).isEqualTo("[\"\",\"2026-03-04\"]");
        assertThat(fields(problem(post("/things/changed", "{\"note\":5,\"due\":\"soon\"}"), 422))).containsExactlyInAnyOrder("note", "due");
    }

    @Test
    void namesAllThatDoesNotFitAtOnce() throws IOException {
        JsonNode problem = problem(post("/things", """
                {"name": {"a": 1}, "kind": "HUGE", "count": 1, "colour": "red", "at": "yesterday", "parts": [{"name": "x", "quantity": "many"}, {"weight": 1}]}"""), 422);

        assertThat(fields(problem)).contains("name", "kind", "colour", "at", "parts[0].quantity", "parts[1].weight");
    }

    @Test
    void namesWhatTheUseCaseFindsTogetherWithWhatDoesNotFit() throws IOException {
        JsonNode problem = problem(post("/things/checked", """
                {"colour": "red", "count": "9", "due": "soon", "name": "far too long a name", "main": {"quantity": -1}, "parts": [5, null, {"weight": 1}]}"""), 422);

        assertThat(fields(problem)).containsExactlyInAnyOrder("colour", "count", "due", "name", "main.quantity", "parts[0]", "parts[1]", "parts[2].weight");
        assertThat(fields(problem(post("/things/checked", "{\"colour\": 1, \"name\": \"n\", \"count\": 1, \"active\": true, \"main\": {\"quantity\": 1}}"), 422))).containsExactly("colour");
        assertThat(post("/things/checked", THING).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{\"count\": \"5\"} | count", "{\"count\": 1.5} | count", "{\"count\": null} | count", "{\"count\": 99999999999} | count", "{\"name\": 5} | name",
        "{\"active\": 1} | active", "{\"active\": \"yes\"} | active", "{\"kind\": 1} | kind", "{\"parts\": [null]} | parts[0]", "{\"parts\": {}} | parts",
        "{\"main\": []} | main", "{\"main\": {\"quantity\": 1e999999999}} | main.quantity", "{\"main\": {\"quantity\": true}} | main.quantity", "{\"due\": \"31.1.2026\"} | due"})
    void namesTheFieldOfAWrongType(String json, String field) throws IOException {
        assertThat(fields(problem(post("/things", json), 422))).startsWith(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "", "{\"name\": \"a\"} x", "{\"name\": 'a'}", "{\"name\": \"a\", \"name\": \"b\"}", "nonsense", "[1,2", "null", "[]", "5", "\"text\""})
    void refusesWhatIsNoJsonObject(String body) throws IOException {
        HttpResponse<String> response = post("/things", body);

        assertThat(response.statusCode()).isIn(400, 422);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(body(response).get("errors")).hasSize(1);
    }

    @Test
    void takesMissingListsAsEmpty() throws IOException {
        assertThat(body(post("/things", "{\"count\": 1, \"active\": false, \"parts\": null}")).get("parts")).isEmpty();
        assertThat(body(post("/things", "{\"count\": 1, \"active\": false}")).get("parts")).isEmpty();
    }

    @Test
    void refusesBodiesThatAreTooLarge() throws IOException {
        problem(post("/things", "{\"name\": \"" + "a".repeat(10_000_000) + "\"}"), 413);
        assertThat(fields(problem(post("/things", "{\"name\": \"" + "a".repeat(600_000) + "\"}"), 422))).hasSize(1);
        problem(post("/things", "{\"main\":".repeat(60) + "1" + "}".repeat(60)), 422);
    }

    @Test
    void takesUploadsOfAnySize() throws IOException {
        assertThat(body(post("/things/upload", "a".repeat(3_000_000), "Content-Type", "text/csv")).asText()).isEqualTo("3000000");
    }

    @Test
    void takesTheFirstPartOfAForm() throws IOException {
        String form = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\nContent-Type: text/csv\r\n\r\n" + "a".repeat(3_000_000)
                + "\r\n--x\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nmore\r\n--x--\r\n";

        assertThat(body(post("/things/upload", form, "Content-Type", "multipart/form-data; boundary=x")).asText()).isEqualTo("3000000");
        assertThat(problem(post("/things/upload", "no parts", "Content-Type", "multipart/form-data; boundary=x"), 400).get("title").asText()).isNotBlank();
        problem(post("/things/upload", "no boundary", "Content-Type", "multipart/form-data"), 400);
    }

    @ParameterizedTest
    @CsvSource({"1,404,not-found", "2,409,refused", "3,403,not-permitted", "4,412,stale"})
    void tellsWhyAUseCaseDidNothing(int id, int status, String kind) throws IOException {
        assertThat(problem(get("/things/" + id), status).get("type").asText()).isEqualTo("urn:amphora:problem:" + kind);
    }

    @Test
    void keepsInnerDetailsToTheLog() throws IOException {
        JsonNode problem = problem(get("/things/9"), 500);

        assertThat(problem.toString()).doesNotContain("secret", "Exception", "java");
        assertThat(problem.get("detail").asText()).contains(problem.get("reference").asText());
    }

    @Test
    void speaksTheLanguageOfTheCaller() throws IOException {
        JsonNode problem = problem(get("/things/4", "Accept-Language", "zh-CN,zh;q=0.9,en;q=0.8"), 412);

        assertThat(problem.get("title").asText()).isEqualTo("已被他人更改");
        assertThat(problem.get("errors").get(0).get("detail").asText()).contains("您看到的是版本 1");
        assertThat(problem(get("/things/2", "Accept-Language", "zh"), 409).get("errors").get(0).get("detail").asText()).as("no translation").isEqualTo("only 3 left");
    }

    @Test
    void makesProblemsOfWhatTheRuntimeRefuses() throws IOException {
        problem(get("/nothing"), 404);
        problem(get("/things/x"), 404);
        assertThat(problem(send("DELETE", "/things", null), 405).get("status").asInt()).isEqualTo(405);
        problem(get("/things", "Accept", "application/xml"), 406);
        problem(post("/things", "x", "Content-Type", "text/plain"), 415);
    }

    @Test
    void asksForThePrecondition() throws IOException {
        problem(send("PUT", "/things/1", THING), 428);
        assertThat(fields(problem(send("PUT", "/things/1", THING, "If-Match", "*"), 422))).containsExactly("If-Match");
        assertThat(send("PUT", "/things/1", THING, "If-Match", "\"7\"").headers().firstValue("ETag")).contains("\"8\"");
    }

    @Test
    void convertsQueryParametersAndNamesThoseThatDoNotFit() throws IOException {
        assertThat(body(get("/things?kind=large&from=2026-01-31&least=1.5&open=true&size=7")).get("items").toString())
                .isEqualTo("[\"ann\",\"LARGE 2026-01-31 1.5 true\",\"7\"]");
        assertThat(fields(problem(get("/things?kind=huge&from=31.1.2026&least=1e9999999&size=0&open=maybe&colour=red&kind=small"), 400)))
                .containsExactlyInAnyOrder("kind", "from", "least", "size", "open", "colour");
        assertThat(fields(problem(get("/things?size=abc"), 400))).containsExactly("size");
        assertThat(problem(get("/things/1?x=1&y=2", "Accept-Language", "zh"), 400).toString()).contains("查询参数有误", "不接受查询参数");
        assertThat(get("/things/any?x=1&x=2").statusCode()).isEqualTo(200);
    }

    @Test
    void sendsSecurityHeaders() {
        HttpResponse<String> response = get("/things");

        assertThat(response.headers().firstValue("X-Content-Type-Options").orElse("")).isEqualTo("nosniff");
        assertThat(response.headers().firstValue("Cache-Control").orElse("")).isEqualTo("no-store");
        assertThat(response.headers().firstValue("Content-Security-Policy").orElse("")).contains("default-src 'none'");
    }

    /** Runs the work, nothing else. */
    private static final class NoDatabase implements Tx {
        @Override
        public <R> R call(Work<R> work) {
            return work.in(null);
        }

        @Override
        public <R> R callWithRetry(int attempts, Work<R> work) {
            return work.in(null);
        }

        @Override
        public void beforeCommit(Runnable action) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void afterCommit(Runnable action) {
            throw new UnsupportedOperationException();
        }
    }

    /** Knows one token. */
    private static final class KnownTokens implements Tokens {
        @Override
        public Optional<Actor> actor(String secret) {
            return secret.equals("good") ? Optional.of(new Actor("ann", "Ann", Set.of())) : Optional.empty();
        }

        @Override
        public Issued issue(Actor by, String label, Instant expires) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Token> list(Actor by) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void revoke(Actor by, long id) {
            throw new UnsupportedOperationException();
        }
    }
}
