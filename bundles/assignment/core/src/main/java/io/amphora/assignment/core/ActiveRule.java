package io.amphora.assignment.core;

import io.amphora.assignment.api.AssignmentRequest;
import io.amphora.assignment.api.AssignmentRule;
import io.amphora.assignment.api.Assignments.RuleInfo;
import io.amphora.assignment.api.Decision.Asked;
import io.amphora.assignment.api.Reason;
import io.amphora.assignment.api.Verdict;
import io.amphora.platform.api.guard.Breaker;
import io.amphora.platform.api.guard.Guard;
import io.amphora.platform.api.guard.NoAnswer;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A rule that is there now, and how it has done. Foreign code, called through a {@link Guard} only. */
final class ActiveRule {
    private static final Logger LOG = LoggerFactory.getLogger(ActiveRule.class);
    private static final int TEXT = 300;

    /** What came of asking. @param verdict null unless it decided */
    record Answer(Asked asked, Verdict verdict) {
    }

    final AssignmentRule rule;
    final String id;
    final int ranking;
    private final String bundle;
    private final String bundleVersion;
    private final Duration deadline;
    private final Breaker breaker;
    private final Guard guard;
    private final AtomicLong decided = new AtomicLong();

    ActiveRule(AssignmentRule rule, String id, int ranking, String bundle, String bundleVersion, Duration deadline, LongSupplier nanos) {
        this.rule = rule;
        this.id = id;
        this.ranking = ranking;
        this.bundle = bundle;
        this.bundleVersion = bundleVersion;
        this.deadline = deadline;
        this.breaker = new Breaker(nanos);
        this.guard = new Guard(breaker);
    }

    Answer ask(AssignmentRequest request, ExecutorService threads) {
        try {
            Verdict verdict = guard.call(threads, deadline, () -> rule.decide(request), v -> wrong(request, v));
            decided.addAndGet(verdict.winner() == null ? 0 : 1);
            return answer(verdict.winner() == null ? "abstained" : "decided", verdict.summary(), verdict.said(), verdict.winner() == null ? null : verdict);
        } catch (NoAnswer e) {
            if (e.getCause() != null) {
                LOG.warn("Assignment rule {} of {} failed on order {}", id, bundle, request.orderNumber(), e.getCause());
            }
            return answer(outcome(e), e.getMessage(), null, null);
        }
    }

    private static String outcome(NoAnswer e) {
        return switch (e.why()) {
            case RESTING -> "skipped";
            case BUSY, TIMED_OUT -> "timed-out";
            case INTERRUPTED -> "failed";
            case FAILED -> e.getCause() == null ? "invalid" : "failed";
        };
    }

    private static String wrong(AssignmentRequest request, Verdict verdict) {
        if (verdict == null) {
            return "answered null";
        }
        return verdict.winner() != null && request.candidates().stream().noneMatch(c -> c.locationId() == verdict.winner())
                ? "chose location " + verdict.winner() + ", which is no candidate" : null;
    }

    private Answer answer(String outcome, String text, Reason said, Verdict verdict) {
        return new Answer(new Asked(id, title(Locale.ENGLISH), bundle, bundleVersion, outcome, Texts.cut(text, TEXT), Texts.fit(said)), verdict);
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

    RuleInfo info(Locale locale) {
        return new RuleInfo(id, title(locale), ranking, bundle, bundleVersion, breaker.health(), breaker.asked(), decided.get(), breaker.failures(), breaker.lastError());
    }
}
