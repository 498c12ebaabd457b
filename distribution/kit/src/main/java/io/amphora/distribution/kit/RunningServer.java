package io.amphora.distribution.kit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** An unpacked distribution, started on free ports of the loopback address. Not thread-safe but for {@link #post}, {@link #get} and {@link #status}. */
public final class RunningServer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration START_LIMIT = Duration.ofSeconds(120);

    private final Path home;
    private final int port;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> environment = new HashMap<>();
    private Process process;

    public RunningServer(Path archive, Path home) throws IOException, InterruptedException {
        this.home = home;
        port = freePort();
        Files.createDirectories(home);
        run("tar", "xzf", archive.toString(), "-C", home.toString(), "--strip-components=1");
        append("etc/org.apache.felix.http.cfg", "org.osgi.service.http.port = " + port);
        append("etc/custom.properties", "org.osgi.service.http.port = " + port);
        append("etc/org.apache.karaf.shell.cfg", "sshPort = " + freePort());
    }

    /** {@code bin/karaf} makes this folder its home. */
    public Path home() {
        return home;
    }

    public int port() {
        return port;
    }

    public String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    private static int freePort() throws IOException {
        try (ServerSocket s = new ServerSocket(0)) {
            return s.getLocalPort();
        }
    }

    public void append(String file, String line) throws IOException {
        Files.writeString(home.resolve(file), System.lineSeparator() + line + System.lineSeparator(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** PostgreSQL instead of Derby, as the admin's handbook says. */
    public void usePostgres(String url, String user, String password) throws IOException {
        Files.writeString(home.resolve("etc/org.ops4j.datasource-amphora.cfg"), String.join(System.lineSeparator(), "osgi.jdbc.driver.name = PostgreSQL JDBC Driver", "dataSourceName = amphora",
                "url = " + url, "user = " + user, "password = " + password, "pool = hikari", "hikari.maximumPoolSize = 10", "hikari.minimumIdle = 10", "hikari.autoCommit = false", ""));
    }

    /** For the next start. */
    public void environment(String name, String value) {
        environment.put(name, value);
    }

    /** As a power cut would: no shutdown, nothing flushed. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** @return milliseconds from the start of the process to the first page of the console */
    public long start(String heap) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(home.resolve("bin/karaf").toString(), "server").directory(home.toFile()).redirectErrorStream(true)
                .redirectOutput(home.resolve("console.log").toFile());
        builder.environment().put("KARAF_EXEC", "exec");
        builder.environment().put("JAVA_MAX_MEM", heap);
        builder.environment().remove("AMPHORA_HTTP_PORT");
        builder.environment().putAll(environment);
        long begin = System.nanoTime();
        process = builder.start();
        awaitOk("/console/login", begin);
        long firstPage = (System.nanoTime() - begin) / 1_000_000;
        awaitOk("/ready", begin);
        return firstPage;
    }

    public void awaitOk(String path, long begin) throws InterruptedException {
        while (status(path) != 200) {
            if (!process.isAlive() || System.nanoTime() - begin > START_LIMIT.toNanos()) {
                throw new IllegalStateException(path + " does not answer, see " + home.resolve("console.log") + " and data/log");
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    public int status(String path) throws InterruptedException {
        try {
            return http.send(HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(5)).build(), HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        }
    }

    private URI uri(String path) {
        return URI.create(url(path));
    }

    /** Heap in use after a full collection, in MB. */
    public long heapMegabytes() throws IOException, InterruptedException {
        String pid = Long.toString(process.pid());
        run("jcmd", pid, "GC.run");
        String histogram = run("jcmd", pid, "GC.heap_info");
        long kilobytes = 0;
        for (String line : histogram.split("\n")) {
            if (line.matches(".*\\b(garbage-first heap|def new generation|tenured generation|PSYoungGen|ParOldGen)\\b.*used \\d+K.*")) {
                kilobytes += Long.parseLong(line.replaceAll(".*used (\\d+)K.*", "$1"));
            }
        }
        return kilobytes / 1024;
    }

    public JsonNode post(String path, String token, HttpRequest.BodyPublisher body, String type) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path)).POST(body).header("Content-Type", type);
        return send(token, request);
    }

    /** An action on the version of a record that was read before. */
    public JsonNode act(String path, String token, long version) throws IOException, InterruptedException {
        return send(token, HttpRequest.newBuilder(uri(path)).POST(HttpRequest.BodyPublishers.noBody()).header("If-Match", "\"" + version + "\"").header("Content-Type", "application/json"));
    }

    public JsonNode post(String path) throws IOException, InterruptedException {
        return post(path, null, HttpRequest.BodyPublishers.noBody(), "application/json");
    }

    public JsonNode get(String path, String token) throws IOException, InterruptedException {
        return send(token, HttpRequest.newBuilder(uri(path)).GET());
    }

    private JsonNode send(String token, HttpRequest.Builder request) throws IOException, InterruptedException {
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() >= 300) {
            throw new IllegalStateException(response.request().method() + " " + response.uri() + " " + response.statusCode() + " " + response.body());
        }
        return JSON.readTree(response.body());
    }

    /** Copies a bundle into deploy/ in one step. */
    public void drop(Path jar) throws IOException {
        Path part = home.resolve("deploy/." + jar.getFileName() + ".part");
        Files.createDirectories(part.getParent());
        Files.copy(jar, part, StandardCopyOption.REPLACE_EXISTING);
        Files.move(part, home.resolve("deploy").resolve(jar.getFileName().toString()), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Takes a bundle out of deploy/ again. */
    public void undrop(Path jar) throws IOException {
        Files.deleteIfExists(home.resolve("deploy").resolve(jar.getFileName().toString()));
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process p = new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
        String out = new String(p.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (p.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + ": " + out);
        }
        return out;
    }

    @Override
    public void close() throws InterruptedException {
        if (process != null) {
            process.destroy();
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
    }
}
