package io.amphora.bench.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/**
 * What a load achieved and what CPU time it took: of this program, the server and the database together. On a machine that others use, too,
 * that says more than the rate: who has many threads ready to run gets more of a busy machine.
 */
record Measured(Map<String, Object> answer, double cpuMicros) {
    static Measured of(Path postgresData, Callable<Map<String, Object>> load) throws Exception {
        long before = cpu(postgresData);
        Map<String, Object> answer = load.call();
        return new Measured(answer, (cpu(postgresData) - before) / 1000.0 / Math.max(1, ((Number) answer.get("done")).longValue()));
    }

    long perSecond() {
        return ((Number) answer.get("perSecond")).longValue();
    }

    private static long cpu(Path postgresData) throws IOException {
        ProcessHandle me = ProcessHandle.current();
        Stream<ProcessHandle> all = Stream.concat(Stream.of(me), me.descendants());
        if (postgresData != null) {
            ProcessHandle postmaster = ProcessHandle.of(Long.parseLong(Files.readAllLines(postgresData.resolve("postmaster.pid")).get(0).strip())).orElseThrow();
            all = Stream.concat(all, Stream.concat(Stream.of(postmaster), postmaster.descendants()));
        }
        return all.distinct().mapToLong(p -> p.info().totalCpuDuration().map(Duration::toNanos).orElse(0L)).sum();
    }
}
