package io.amphora.platform.core.outbox;

import java.time.Duration;

/**
 * How patient the dispatcher is.
 *
 * @param deadline     for one call of a listener
 * @param patience     how long a batch of events waits for slow listeners before they get copies of their own
 * @param firstPause   after a failure; doubles with each further one
 * @param longestPause between two attempts
 * @param attempts     after which an event goes to the dead letters
 * @param poll         how often to look for events that nobody here was told of: those of other nodes, those of before a crash
 * @param gap          least time between two batches, so that many small commits are delivered together
 * @param lease        how long a node that died keeps others from taking over
 * @param absence      after which a listener that went away is forgotten
 */
record Timing(Duration deadline, Duration patience, Duration firstPause, Duration longestPause, int attempts, Duration poll, Duration gap, Duration lease,
              Duration absence) {
    static final Timing ONE_NODE = new Timing(Duration.ofSeconds(30), Duration.ofSeconds(2), Duration.ofSeconds(1), Duration.ofMinutes(5), 10,
            Duration.ofSeconds(10), Duration.ofMillis(50), Duration.ofSeconds(15), Duration.ofDays(7));
    static final Timing SEVERAL_NODES = ONE_NODE.polling(Duration.ofMillis(500));

    private Timing polling(Duration other) {
        return new Timing(deadline, patience, firstPause, longestPause, attempts, other, gap, lease, absence);
    }

    /** @param failures so far, at least one */
    Duration pause(int failures) {
        Duration pause = firstPause.multipliedBy(1L << Math.min(failures - 1, 20));
        return pause.compareTo(longestPause) > 0 ? longestPause : pause;
    }
}
