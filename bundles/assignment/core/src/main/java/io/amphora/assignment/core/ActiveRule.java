package io.amphora.assignment.core;

import io.amphora.assignment.api.AssignmentRequest;
import io.amphora.assignment.api.AssignmentRule;
import io.amphora.assignment.api.Assignments.RuleInfo;
import io.amphora.assignment.api.Decision.Asked;
import io.amphora.assignment.api.Verdict;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A rule that is there now, and how it has done. Foreign code: each call runs on a thread of its own with a deadline and may throw anything; after
 * three failures in a row it is not asked for a minute.
 */
final class ActiveRule {
    static final int FAILURES = 3;
    static final Duration REST = Duration.ofMinutes(1);
    private static final Logger LOG = LoggerFactory.getLogger(ActiveRule.class);
    private static final int TEXT = 300;
    /** More calls at once than this hang in it: it gets no further thread. */
    private static final int AT_ONCE = 8;

    /** What came of asking. @param verdict null unless it decided */
    record Answer(Asked asked, Verdict verdict) {
    }

    final AssignmentRule rule;
    final String id;
    final int ranking;
    private final String bundle;
    private final String bundleVersion;
    private final Duration deadline;
    private final LongSupplier nanos;
    private final Semaphore calls = new Semaphore(AT_ONCE);
    private long asked;
    private long decided;
    private long failed;
    private int inARow;
    private long openUntil;
    private String lastError;

    ActiveRule(AssignmentRule rule, String id, int ranking, String bundle, String bundleVersion, Duration deadline, LongSupplier nanos) {
        this.rule = rule;
        this.id = id;
        this.ranking = ranking;
        this.bundle = bundle;
        this.bundleVersion = bundleVersion;
        this.deadline = deadline;
        this.nanos = nanos;
    }

    Answer ask(AssignmentRequest request, ExecutorService threads) {
        if (open()) {
            return answer("skipped", lastError(), null);
        }
        if (!calls.tryAcquire()) {
            return failed("timed-out", "too many calls hang in it");
        }
        Future<Verdict> call = threads.submit(() -> {
            try {
                return rule.decide(request);
            } finally {
                calls.release();
            }
        });
        try {
            return judged(request, call.get(deadline.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            call.cancel(true);
            return failed("timed-out", "no answer within " + deadline.toMillis() + " ms");
        } catch (ExecutionException e) {
            LOG.warn("Assignment rule {} of {} failed on order {}", id, bundle, request.orderNumber(), e.getCause());
            return failed("failed", String.valueOf(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            call.cancel(true);
            return failed("failed", "interrupted");
        }
    }

    private Answer judged(AssignmentRequest request, Verdict verdict) {
        if (verdict == null) {
            return failed("invalid", "answered null");
        }
        if (verdict.winner() != null && request.candidates().stream().noneMatch(c -> c.locationId() == verdict.winner())) {
            return failed("invalid", "chose location " + verdict.winner() + ", which is no candidate");
        }
        synchronized (this) {
            asked++;
            inARow = 0;
            decided += verdict.winner() == null ? 0 : 1;
        }
        return answer(verdict.winner() == null ? "abstained" : "decided", verdict.summary(), verdict.winner() == null ? null : verdict);
    }

    private Answer failed(String outcome, String error) {
        synchronized (this) {
            asked++;
            failed++;
            lastError = Texts.cut(error, TEXT);
            if (++inARow >= FAILURES) {
                openUntil = nanos.getAsLong() + REST.toNanos();
            }
        }
        return answer(outcome, error, null);
    }

    private Answer answer(String outcome, String text, Verdict verdict) {
        return new Answer(new Asked(id, title(Locale.ENGLISH), bundle, bundleVersion, outcome, Texts.cut(text, TEXT)), verdict);
    }

    private synchronized boolean open() {
        return inARow >= FAILURES && nanos.getAsLong() - openUntil < 0;
    }

    private synchronized String lastError() {
        return lastError;
    }

    String bundle() {
        return bundle;
    }

    String bundleVersion() {
        return bundleVersion;
    }

    /** Never fails: a rule that cannot even name itself goes by its id. */
    String title(Locale locale) {
        try {
            String title = rule.title(locale);
            return title == null || title.isBlank() ? id : Texts.cut(title, 200);
        } catch (RuntimeException | LinkageError e) {
            return id;
        }
    }

    synchronized RuleInfo info(Locale locale) {
        String health = open() ? "open" : inARow > 0 ? "failing" : "ok";
        return new RuleInfo(id, title(locale), ranking, bundle, bundleVersion, health, asked, decided, failed, lastError);
    }
}
