package io.amphora.bench.page;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;

/** What something costs on this thread: the time that passed, and the CPU time of it, which a busy machine does not change; medians, and what one in twenty exceeds. */
record Cost(double median, double slow, double cpu) {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** @param after what must be done between two runs, not measured */
    static Cost of(int warm, int runs, Runnable work, Runnable after) {
        for (int i = 0; i < warm; i++) {
            work.run();
            after.run();
        }
        double[] wall = new double[runs];
        double[] cpu = new double[runs];
        for (int i = 0; i < runs; i++) {
            long begin = System.nanoTime();
            long used = THREADS.getCurrentThreadCpuTime();
            work.run();
            cpu[i] = (THREADS.getCurrentThreadCpuTime() - used) / 1e6;
            wall[i] = (System.nanoTime() - begin) / 1e6;
            after.run();
        }
        Arrays.sort(wall);
        Arrays.sort(cpu);
        return new Cost(round(wall[runs / 2]), round(wall[runs * 19 / 20]), round(cpu[runs / 2]));
    }

    private static double round(double millis) {
        return Math.round(millis * 10) / 10.0;
    }
}
