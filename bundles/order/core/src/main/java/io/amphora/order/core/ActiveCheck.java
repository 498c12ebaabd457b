package io.amphora.order.core;

import io.amphora.common.Problem;
import io.amphora.order.api.ReviewCheck;
import io.amphora.order.api.ReviewChecks.CheckInfo;
import io.amphora.order.api.ReviewRequest;
import io.amphora.platform.api.guard.Breaker;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/** A check that is there now, and how it has done, as its {@link Breaker} knows. */
final class ActiveCheck {
    private static final int ARGS = 9;

    final ReviewCheck check;
    final String id;
    final int ranking;
    final String bundle;
    private final String bundleVersion;
    private final String permission;
    private final Breaker breaker;
    private final LongAdder asked = new LongAdder();
    private final LongAdder found = new LongAdder();

    ActiveCheck(ReviewCheck check, String id, int ranking, String bundle, String bundleVersion, LongSupplier nanos) {
        this.check = check;
        this.id = id;
        this.ranking = ranking;
        this.bundle = bundle;
        this.bundleVersion = bundleVersion;
        this.breaker = new Breaker(nanos);
        permission = permission(check);
    }

    private static String permission(ReviewCheck check) {
        String wanted = check.waivePermission();
        return wanted == null || wanted.isBlank() || wanted.length() > 100 ? "order.review" : wanted;
    }

    /** @throws IllegalStateException if the answer is of no use */
    List<Found> ask(ReviewRequest order) {
        asked.increment();
        List<Problem> problems = check.check(order);
        if (problems == null) {
            throw new IllegalStateException("answered null");
        }
        if (problems.isEmpty()) {
            return List.of();
        }
        List<Found> all = new ArrayList<>();
        problems.stream().limit(ReviewCheck.MAX_FINDINGS).forEach(p -> all.add(new Found(id, permission, check.hold(), fitting(p))));
        found.add(all.size());
        return all;
    }

    /** As much of it as the database takes. */
    private static Problem fitting(Problem p) {
        if (p == null || p.field() == null || p.code() == null || p.code().isBlank() || p.pattern() == null || p.code().length() > 100 || p.pattern().length() > 500) {
            throw new IllegalStateException("answered something that is no finding");
        }
        List<Object> args = p.args().stream().limit(ARGS).map(a -> (Object) Texts.cut(String.valueOf(a), 200)).toList();
        Problem fitting = new Problem(Texts.cut(p.field(), 100), p.code(), p.pattern(), args);
        // a pattern that is none shows here, not when somebody reads it
        fitting.message();
        return fitting;
    }

    /** What a person sees instead of an answer. */
    Found noAnswer() {
        return new Found(id, "order.review", null, Problem.of("", "order.review.check-failed", "the check {0} gave no usable answer: look at the order yourself", id));
    }

    void worked() {
        breaker.succeeded();
    }

    void failed(String error) {
        breaker.failed(error);
    }

    /** Whether it is not asked now; the one that asks after a rest keeps others out. */
    boolean open() {
        return !breaker.allows();
    }

    CheckInfo info(Locale locale) {
        return new CheckInfo(id, title(locale), ranking, bundle, bundleVersion, permission, breaker.health(), asked.sum(), found.sum(), breaker.failures(), breaker.lastError());
    }

    /** Never fails: a check that cannot even name itself goes by its id. */
    private String title(Locale locale) {
        try {
            String title = check.title(locale);
            return title == null || title.isBlank() ? id : Texts.cut(title, 200);
        } catch (RuntimeException | LinkageError e) {
            return id;
        }
    }
}
