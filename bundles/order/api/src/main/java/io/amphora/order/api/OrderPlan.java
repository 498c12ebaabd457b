package io.amphora.order.api;

import io.amphora.common.Problem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A recurring order.
 *
 * @param templateId what is ordered, as the template stands on the day
 * @param nextRun    when the next order is made, null when the schedule is over
 * @param paused     days that come meanwhile are passed over
 * @param waiting    how many of its runs could not become orders yet
 * @param createdBy  in whose name its orders are made
 */
public record OrderPlan(long id, long templateId, String templateName, long customerId, String customerName, Schedule schedule, LocalDate nextRun, boolean paused, int waiting,
                        String createdBy, Instant createdAt, long version) {
    /** Where a run stands. */
    public enum RunState {
        WAITING, ORDERED, SKIPPED
    }

    /**
     * One day's order.
     *
     * @param orderId  null until it is there
     * @param problems why it is not; empty before the first attempt
     * @param nextTry  when the platform tries again by itself, null when it is decided
     * @param note     why it was skipped, null else
     */
    public record Run(long id, long planId, LocalDate dueOn, RunState state, Long orderId, List<Problem> problems, int attempts, Instant nextTry, String note, Instant changedAt, long version) {
        public Run {
            problems = List.copyOf(problems);
        }
    }
}
