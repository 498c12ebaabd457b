package io.amphora.bench.run;

import io.amphora.bench.server.Load;
import io.amphora.distribution.kit.RunningServer;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;

/** Placing orders with ten foreign checks and without, in turns, as both must have the same machine: what the review adds. */
final class ReviewRun {
    private static final int TURNS = 5;
    private static final int CLIENTS = 8;

    private final RunningServer server;
    private final Path postgresData;
    private final int seconds;
    private final Callable<OrderClient> clients;
    private long perSecond;
    private double cpuMicros;

    ReviewRun(RunningServer server, Path postgresData, int seconds, Callable<OrderClient> clients) {
        this.server = server;
        this.postgresData = postgresData;
        this.seconds = seconds;
        this.clients = clients;
    }

    /** With the checks, on average. */
    long perSecond() {
        return perSecond;
    }

    double cpuMicros() {
        return cpuMicros;
    }

    Table run() throws Exception {
        Table table = new Table("turn", "without/s", "with/s", "CPU us without", "CPU us with", "CPU added %", "rate lost %");
        double without = 0;
        double with = 0;
        long slow = 0;
        long fast = 0;
        for (int turn = 1; turn <= TURNS; turn++) {
            Measured plain = measured(0);
            Measured checked = measured(1);
            without += plain.cpuMicros();
            with += checked.cpuMicros();
            fast += plain.perSecond();
            slow += checked.perSecond();
            row(table, String.valueOf(turn), plain.perSecond(), checked.perSecond(), plain.cpuMicros(), checked.cpuMicros());
        }
        row(table, "mean", fast / TURNS, slow / TURNS, without / TURNS, with / TURNS);
        perSecond = slow / TURNS;
        cpuMicros = with / TURNS;
        server.post("/bench/checks?on=0");
        return table;
    }

    private static void row(Table table, String turn, long fast, long slow, double without, double with) {
        table.row(turn, fast, slow, Math.round(without), Math.round(with), Math.round(1000 * (with / without - 1)) / 10.0, Math.round(1000 * (1 - (double) slow / fast)) / 10.0);
    }

    private Measured measured(int on) throws Exception {
        server.post("/bench/checks?on=" + on);
        return Measured.of(postgresData, () -> {
            Map<String, Object> done = Load.run(CLIENTS, seconds, clients);
            server.post("/bench/drain");
            return done;
        });
    }
}
