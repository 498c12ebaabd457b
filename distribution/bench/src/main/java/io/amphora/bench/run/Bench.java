package io.amphora.bench.run;

import io.amphora.distribution.kit.RunningServer;
import com.fasterxml.jackson.databind.JsonNode;
import io.amphora.bench.server.Load;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Runs the benchmarks against the built distribution and prints their tables. Arguments: which suites ({@code start orders buyers lists import}; none: all);
 * system properties {@code seconds} (per measurement, 10), {@code warm} (seconds of warming up, 60), {@code listed} (orders in the list, 1000000),
 * {@code databases} ({@code derby,postgresql}).
 */
public final class Bench {
    private static final int SKUS = 1000;
    private static final int WARM = Integer.getInteger("warm", 60);
    private static final int SECONDS = Integer.getInteger("seconds", 10);
    private static final String DATABASES = System.getProperty("databases", "derby,postgresql");
    private static final int LISTED = Integer.getInteger("listed", 1_000_000);

    private final Path archive;
    private final Path bundle;
    private final Path data;
    private final Path work;
    private final List<String> suites;

    private Bench(Path root, List<String> suites) throws IOException {
        archive = only(root.resolve("distribution/target"), "*.tar.gz");
        bundle = only(root.resolve("distribution/bench/target"), "io.amphora.bench-*.jar");
        data = root.resolve("../shared/data").normalize();
        work = Files.createTempDirectory("amphora-bench");
        this.suites = suites;
    }

    private static Path only(Path dir, String glob) throws IOException {
        try (var found = Files.newDirectoryStream(dir, glob)) {
            return found.iterator().next();
        }
    }

    public static void main(String[] args) throws Exception {
        Bench bench = new Bench(Path.of(args[0]), Arrays.asList(args).subList(1, args.length));
        System.out.println("Java " + Runtime.version() + ", " + Runtime.getRuntime().availableProcessors() + " processors, " + java.time.LocalDate.now());
        if (DATABASES.contains("derby")) {
            bench.run("Derby", null);
        }
        if (DATABASES.contains("postgresql")) {
            try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().setServerConfig("synchronous_commit", "on").setServerConfig("fsync", "on").start()) {
                bench.run("PostgreSQL", postgres);
            }
        }
        System.exit(0); // pools of the test database would keep the program alive
    }

    private boolean wanted(String suite) {
        return suites.isEmpty() || suites.contains(suite);
    }

    private void run(String database, EmbeddedPostgres postgres) throws Exception {
        try (RunningServer server = new RunningServer(archive, work.resolve(database))) {
            if (postgres != null) {
                server.usePostgres(postgres.getJdbcUrl("postgres", "postgres") + "&reWriteBatchedInserts=true", "postgres", "postgres");
            }
            long firstPage = server.start("512m");
            if (wanted("start")) {
                System.out.printf("%n## Start, %s%n%nFirst page after %d ms, heap after start %d MB%n", database, firstPage, server.heapMegabytes());
            }
            server.drop(bundle);
            while (server.status("/bench/") == 404) {
                java.util.concurrent.TimeUnit.MILLISECONDS.sleep(100);
            }
            JsonNode business = server.post("/bench/business");
            String token = business.get("token").asText();
            long customer = business.get("customer").asLong();
            if (wanted("orders")) {
                orders(database, server, token, customer);
            }
            if (wanted("buyers")) {
                buyers(database, server, token, customer);
            }
            if (wanted("import")) {
                imports(database, server, token);
            }
            if (wanted("lists")) {
                lists(database, server);
            }
        }
    }

    private void orders(String database, RunningServer server, String token, long customer) throws Exception {
        Callable<OrderClient> clients = () -> new OrderClient(server.port(), token, customer, SKUS, null);
        Load.run(8, WARM, clients);
        server.post("/bench/drain");
        long template = server.get("/api/v1/orders?size=1", token).get("items").get(0).get("id").asLong();
        server.post("/bench/floor?clients=8&seconds=" + Math.max(5, WARM / 4) + "&order=" + template);
        Table table = new Table("clients", "floor/s before", "REST/s", "floor/s after", "ratio", "REST p50 ms", "REST p99 ms", "REST max ms", "errors");
        for (int n : new int[] {1, 8, 32}) {
            long before = floor(server, n, template);
            Map<String, Object> rest = Load.run(n, SECONDS, clients);
            server.post("/bench/drain");
            long after = floor(server, n, template);
            double ratio = 2.0 * ((Number) rest.get("perSecond")).longValue() / (before + after);
            table.row(n, before, rest.get("perSecond"), after, Math.round(ratio * 100) / 100.0, rest.get("p50"), rest.get("p99"), rest.get("max"), rest.get("errors"));
        }
        System.out.printf("%n## Placing orders of 3 lines over REST, %s%n%n%s", database, table);
        System.out.println("Ledger, counters and reservations: " + server.post("/bench/verify"));
    }

    private static long floor(RunningServer server, int clients, long template) throws Exception {
        JsonNode answer = server.post("/bench/floor?clients=" + clients + "&seconds=" + SECONDS + "&order=" + template);
        if (!answer.get("errors").isEmpty()) {
            System.out.println("The floor failed at times: " + answer.get("errors"));
        }
        return answer.get("perSecond").asLong();
    }

    private void buyers(String database, RunningServer server, String token, long customer) throws Exception {
        int buyers = 1000;
        ExecutorService pool = Executors.newFixedThreadPool(buyers);
        CountDownLatch go = new CountDownLatch(1);
        List<Future<Integer>> answers = new ArrayList<>();
        for (int i = 0; i < buyers; i++) {
            OrderClient buyer = new OrderClient(server.port(), token, customer, SKUS, "SCARCE");
            answers.add(pool.submit(() -> {
                go.await();
                return buyer.place();
            }));
        }
        long begin = System.nanoTime();
        go.countDown();
        Map<Integer, Integer> statuses = new java.util.TreeMap<>();
        for (Future<Integer> answer : answers) {
            statuses.merge(answer.get(), 1, Integer::sum);
        }
        pool.shutdown();
        System.out.printf("%n## %d parallel buyers of 100 units, %s%n%nAnswers %s in %d ms (201: bought, 409: out of stock)%n", buyers, database, statuses, (System.nanoTime() - begin) / 1_000_000);
    }

    private void imports(String database, RunningServer server, String token) throws Exception {
        Path file = data.resolve("sales/uci-online-retail/online_retail_2010-12_to_2011-08.csv.gz");
        if (!Files.exists(file)) {
            System.out.println("import: " + file + " is not there, skipped");
            return;
        }
        System.out.printf("%n## Import of the 320,705 lines, %s%n%n%s%n", database, new ImportRun(server, token).run(file));
    }

    private void lists(String database, RunningServer server) throws Exception {
        long begin = System.nanoTime();
        server.post("/bench/orders?count=" + LISTED);
        Table table = new Table("list of " + LISTED + " orders", "median ms");
        server.post("/bench/lists").fields().forEachRemaining(f -> table.row(f.getKey(), f.getValue()));
        System.out.printf("%n## Orders list, %s (filled in %d s)%n%n%s", database, (System.nanoTime() - begin) / 1_000_000_000L, table);
    }
}
