package io.amphora.bench.server;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** N threads repeat one thing for some seconds; rate, latencies, errors. */
public final class Load {
    /** One client. */
    public interface Worker extends AutoCloseable {
        void once() throws Exception;

        @Override
        default void close() throws Exception {
        }
    }

    private Load() {
    }

    public static Map<String, Object> run(int threads, double seconds, Callable<? extends Worker> workers) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        Map<String, Integer> errors = new ConcurrentHashMap<>();
        List<Future<long[]>> results = new ArrayList<>();
        long start = System.nanoTime();
        long end = start + (long) (seconds * 1e9);
        for (int t = 0; t < threads; t++) {
            results.add(pool.submit(() -> client(end, workers, errors)));
        }
        List<long[]> all = new ArrayList<>();
        for (Future<long[]> f : results) {
            all.add(f.get());
        }
        double took = (System.nanoTime() - start) / 1e9;
        pool.shutdown();
        long[] latencies = all.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("clients", threads);
        m.put("done", latencies.length);
        m.put("perSecond", Math.round(latencies.length / took));
        m.put("p50", at(latencies, 0.5));
        m.put("p99", at(latencies, 0.99));
        m.put("max", at(latencies, 1));
        m.put("errors", errors);
        return m;
    }

    private static long[] client(long end, Callable<? extends Worker> workers, Map<String, Integer> errors) throws Exception {
        long[] latencies = new long[1 << 12];
        int n = 0;
        try (Worker worker = workers.call()) {
            for (long begin = System.nanoTime(); begin < end; begin = System.nanoTime()) {
                try {
                    worker.once();
                    if (n == latencies.length) {
                        latencies = Arrays.copyOf(latencies, 2 * n);
                    }
                    latencies[n++] = System.nanoTime() - begin;
                } catch (Exception e) {
                    errors.merge(e.getClass().getSimpleName() + ": " + String.valueOf(e.getMessage()).split("\n")[0], 1, Integer::sum);
                }
            }
        }
        return Arrays.copyOf(latencies, n);
    }

    private static double at(long[] sorted, double quantile) {
        return sorted.length == 0 ? 0 : Math.round(sorted[(int) Math.min(sorted.length - 1, sorted.length * quantile)] / 1e4) / 100.0;
    }
}
