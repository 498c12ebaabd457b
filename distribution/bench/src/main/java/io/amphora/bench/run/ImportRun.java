package io.amphora.bench.run;

import io.amphora.distribution.kit.RunningServer;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** One import over REST, from upload to the end of its job. */
final class ImportRun {
    private final RunningServer server;
    private final String token;

    ImportRun(RunningServer server, String token) {
        this.server = server;
        this.token = token;
    }

    String run(Path file) throws IOException, InterruptedException {
        JsonNode created = server.post("/api/v1/imports?kind=order-lines&fileName=" + file.getFileName(), token, HttpRequest.BodyPublishers.ofFile(file), "application/octet-stream");
        String path = "/api/v1/imports/" + created.get("id").asText();
        long begin = System.nanoTime();
        server.act(path + "/run", token, created.get("version").asLong());
        JsonNode now = server.get(path, token);
        while (!now.path("state").asText().matches("DONE|FAILED|CANCELLED")) {
            TimeUnit.MILLISECONDS.sleep(250);
            now = server.get(path, token);
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        long heap = server.heapMegabytes();
        return String.format(java.util.Locale.ROOT, "%.1f s, %d lines/s, heap in use afterwards %d MB (limit 512 MB): %s", seconds, Math.round(320_705 / seconds), heap, now.path("result"));
    }
}
