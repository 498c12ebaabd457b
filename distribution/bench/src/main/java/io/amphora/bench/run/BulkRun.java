package io.amphora.bench.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.amphora.distribution.kit.RunningServer;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** A thousand orders in review, let pass by one request: how many a second, from when it is asked until each has its answer. */
final class BulkRun {
    private static final int ORDERS = 1000;
    private static final int RUNS = 6;

    private final RunningServer server;
    private final Path postgresData;
    private final String token;
    private final long customer;
    private long perSecond;
    private double cpuMicros;

    BulkRun(RunningServer server, Path postgresData, String token, long customer) {
        this.server = server;
        this.postgresData = postgresData;
        this.token = token;
        this.customer = customer;
    }

    /** On average. */
    long perSecond() {
        return perSecond / RUNS;
    }

    double cpuMicros() {
        return cpuMicros / RUNS;
    }

    Table run() throws Exception {
        Table table = new Table("run", "approved", "refused", "orders/s", "CPU us per order");
        for (int i = 1; i <= RUNS; i++) {
            JsonNode ids = server.post("/bench/in-review?count=" + ORDERS + "&customer=" + customer).get("orders");
            server.post("/bench/drain");
            Measured m = Measured.of(postgresData, () -> approve(ids));
            perSecond += m.perSecond();
            cpuMicros += m.cpuMicros();
            table.row(i, m.answer().get("done"), m.answer().get("refused"), m.perSecond(), Math.round(m.cpuMicros()));
        }
        return table;
    }

    private Map<String, Object> approve(JsonNode ids) throws Exception {
        String orders = StreamSupport.stream(ids.spliterator(), false).map(id -> "{\"id\":" + id.asLong() + "}").collect(Collectors.joining(","));
        long begin = System.nanoTime();
        JsonNode run = server.post("/api/v1/orders/bulk", token, HttpRequest.BodyPublishers.ofString("{\"action\":\"APPROVE\",\"reason\":\"bench\",\"orders\":[" + orders + "]}"), "application/json");
        while (run.get("ended") == null || run.get("ended").isNull()) {
            TimeUnit.MILLISECONDS.sleep(20);
            run = server.get("/api/v1/orders/bulk/" + run.get("id").asLong(), token);
        }
        double seconds = run.get("ended").isTextual()
                ? Duration.between(Instant.parse(run.get("created").asText()), Instant.parse(run.get("ended").asText())).toNanos() / 1e9 : (System.nanoTime() - begin) / 1e9;
        return Map.of("done", run.get("done").asLong(), "refused", run.get("refused").asLong(), "perSecond", Math.round(ORDERS / seconds));
    }
}
