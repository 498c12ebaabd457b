package io.amphora.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import io.amphora.distribution.kit.RunningServer;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The one server with the demo business that all browser tests share; started with the first test, stopped with the JVM. */
final class Amphora {
    static final String PASSWORD = "amphora-demo";
    private static RunningServer server;

    private Amphora() {
    }

    static Path archive() {
        return Path.of(System.getProperty("amphora.archive"));
    }

    /** An empty folder of its own for another server. */
    static Path home(String name) {
        return Path.of(System.getProperty("amphora.work"), "servers", name + "-" + System.nanoTime());
    }

    /** The jar of an extension, as an integrator would drop it. */
    static Path extension(String folder, String artifact) {
        return Path.of(System.getProperty("amphora.bundles"), "extensions", folder, "target", artifact + "-1.0.0.jar");
    }

    /** The demo business comes as any other bundle does. */
    static Path demoBundle() {
        return Path.of(System.getProperty("amphora.bundles"), "demo", "target", "io.amphora.demo-1.0.0.jar");
    }

    static synchronized RunningServer demo() {
        if (server == null) {
            try {
                server = new RunningServer(archive(), home("demo"));
                server.drop(demoBundle());
                server.start("768m");
                Runtime.getRuntime().addShutdownHook(new Thread(Amphora::stop));
                awaitDemo(server);
            } catch (Exception e) {
                stop();
                server = null; // the next test tries again
                throw new IllegalStateException("the server does not start", e);
            }
        }
        return server;
    }

    /** The demo business is loaded after the server is ready. */
    private static void awaitDemo(RunningServer server) throws Exception {
        for (int i = 0; i < 240; i++) {
            if (Files.readString(server.home().resolve("data/log/karaf.log")).contains("demo business ready")) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(250);
        }
        throw new IllegalStateException("no demo business");
    }

    static String token(RunningServer server, String user) throws Exception {
        JsonNode issued = server.post("/api/v1/tokens", null, HttpRequest.BodyPublishers.ofString("{\"name\":\"" + user + "\",\"password\":\"" + PASSWORD + "\",\"label\":\"e2e\"}"), "application/json");
        return issued.get("secret").asText();
    }

    private static void stop() {
        try {
            if (server != null) {
                server.close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
