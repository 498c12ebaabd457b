package io.amphora.bench.run;

import io.amphora.distribution.kit.RunningServer;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
 * Runs the benchmarks against the built distribution and prints their tables. Arguments: which suites ({@code start orders review bulk buyers lists import}; none: all);
 * system properties {@code seconds} (per measurement, 10), {@code warm} (seconds of warming up, 60, repeated
 * up to ten times until {@code warmOrders} (120000) are placed), {@code listed} (orders in the list, 1000000),
 * {@code databases} ({@code derby,postgresql}).
 */
public final class Bench {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {
    };
    private static final int SKUS = 1000;
    private static final int WARM_ORDERS = Integer.getInteger("warmOrders", 120_000);
    private static final int WARM_TURNS = 4;
    private static final int WARM = Integer.getInteger("warm", 60);
    private static final int SECONDS = Integer.getInteger("seconds", 10);
    private static final String DATABASES = System.getProperty("databases", "derby,postgresql");
    private static final int LISTED = Integer.getInteger("listed", 1_000_000);

    private final Path archive;
    private final Path bundle;
    private final Path data;
    private final Path work;
    private final List<String> suites;
    /** Null while Derby is measured. */
    private Path postgresData;

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
            bench.postgresData = bench.work.resolve("postgres-data");
            try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().setDataDirectory(bench.postgresData).setServerConfig("synchronous_commit", "on").setServerConfig("fsync", "on").start()) {
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
            if (wanted("review")) {
                Callable<OrderClient> clients = () -> new OrderClient(server.port(), token, customer, SKUS, null);
                warm(clients, WARM_ORDERS);
                ReviewRun run = new ReviewRun(server, postgresData, SECONDS, clients);
                System.out.printf("%n## Review with ten foreign checks, %s%n%n%s", database, run.run());
                System.out.println(beside(floor(server, 8, someOrder(server, token)), run.perSecond(), run.cpuMicros()));
            }
            if (wanted("bulk")) {
                BulkRun run = new BulkRun(server, postgresData, token, customer);
                System.out.printf("%n## Approving 1,000 orders at once, %s%n%n%s", database, run.run());
                System.out.println(beside(floor(server, 1, someOrder(server, token)), run.perSecond(), run.cpuMicros()));
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
        long template = warmBoth(server, token, clients);
        Table table = new Table("clients", "floor/s before", "REST/s", "floor/s after", "ratio", "floor CPU us", "REST CPU us", "CPU ratio", "REST p50 ms", "REST p99 ms", "REST max ms", "errors");
        for (int n : new int[] {1, 8, 32}) {
            Measured before = floor(server, n, template);
            Measured rest = Measured.of(postgresData, () -> {
                Map<String, Object> done = Load.run(n, SECONDS, clients);
                server.post("/bench/drain");
                return done;
            });
            Measured after = floor(server, n, template);
            double floorCpu = (before.cpuMicros() + after.cpuMicros()) / 2;
            table.row(n, before.perSecond(), rest.perSecond(), after.perSecond(), round(2.0 * rest.perSecond() / (before.perSecond() + after.perSecond())),
                    Math.round(floorCpu), Math.round(rest.cpuMicros()), round(floorCpu / rest.cpuMicros()), rest.answer().get("p50"), rest.answer().get("p99"), rest.answer().get("max"), rest.answer().get("errors"));
        }
        System.out.printf("%n## Placing orders of 3 lines over REST, %s%n%n%s", database, table);
        System.out.println("Ledger, counters and reservations: " + server.post("/bench/verify"));
    }

    /**
     * In turns: what the compiler learnt of the database from one it unlearns when the other comes, and a change of hands costs either of them a tenth for half a minute.
     *
     * @return an order to copy
     */
    private long warmBoth(RunningServer server, String token, Callable<OrderClient> clients) throws Exception {
        long template = 0;
        for (int i = 0; i < WARM_TURNS; i++) {
            warm(clients, WARM_ORDERS / WARM_TURNS);
            server.post("/bench/drain");
            template = i == 0 ? someOrder(server, token) : template;
            floor(server, 8, template);
        }
        return template;
    }

    private static long someOrder(RunningServer server, String token) throws Exception {
        return server.get("/api/v1/orders?size=1&status=APPROVED", token).get("items").get(0).get("id").asLong();
    }

    private static String beside(Measured floor, long perSecond, double cpuMicros) {
        return String.format("Placing by hand-written SQL in the same run: %d/s, %d us of CPU; what was measured comes to %.2f of its rate, %.2f times its CPU", floor.perSecond(), Math.round(floor.cpuMicros()),
                (double) perSecond / floor.perSecond(), cpuMicros / floor.cpuMicros());
    }

    /** The compiler is done after so many orders, however long the machine takes for them. */
    private static void warm(Callable<OrderClient> clients, long orders) throws Exception {
        long done = 0;
        for (int i = 0; i < 10 && done < orders; i++) {
            done += ((Number) Load.run(8, WARM, clients).get("done")).longValue();
        }
    }

    private Measured floor(RunningServer server, int clients, long template) throws Exception {
        Measured floor = Measured.of(postgresData, () -> JSON.convertValue(server.post("/bench/floor?clients=" + clients + "&seconds=" + SECONDS + "&order=" + template), MAP));
        if (!((Map<?, ?>) floor.answer().get("errors")).isEmpty()) {
            System.out.println("The floor failed at times: " + floor.answer().get("errors"));
        }
        return floor;
    }

    private static double round(double ratio) {
        return Math.round(ratio * 100) / 100.0;
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
