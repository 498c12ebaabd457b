package io.amphora.order.core;

import io.amphora.common.Actor;
import io.amphora.common.Problems;
import io.amphora.order.api.OrderAction;
import io.amphora.order.api.OrderQueries;
import io.amphora.order.api.ReviewChecks;
import io.amphora.platform.api.Edits;
import io.amphora.platform.api.Outbox;
import io.amphora.platform.api.Tx;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Shows and sets up the review. */
@Component
public final class ReviewChecksService implements ReviewChecks {
    private static final String THING = "order.review-limits";

    private final Tx tx;
    private final Outbox outbox;
    private final ReviewBoard board;
    private final OrderSettings settings;

    @Activate
    public ReviewChecksService(@Reference(target = "(domain=order)") Tx tx, @Reference Outbox outbox, @Reference ReviewBoard board, @Reference OrderSettings settings) {
        this.tx = tx;
        this.outbox = outbox;
        this.board = board;
        this.settings = settings;
    }

    @Override
    public List<CheckInfo> checks(Actor by, Locale locale) {
        by.require(OrderQueries.READ);
        return board.all().stream().map(c -> c.info(locale)).toList();
    }

    @Override
    public Map<String, String> limits(Actor by) {
        requireReviewer(by);
        return settings.texts();
    }

    /** The blacklist is among them. */
    private static void requireReviewer(Actor by) {
        if (!by.may(OrderAction.APPROVE.permission())) {
            by.require(CONFIGURE);
        }
    }

    @Override
    public long version(Actor by) {
        requireReviewer(by);
        return tx.call(em -> Edits.version(em, THING));
    }

    @Override
    public void change(Actor by, Map<String, String> limits, long seen) {
        by.require(CONFIGURE);
        Problems problems = new Problems();
        limits.forEach((name, value) -> settings.verify(problems, name, value));
        problems.throwIfAny();
        tx.callWithRetry(em -> {
            Edits.next(em, THING, "review limits", seen, by.name());
            limits.forEach(settings::put);
            String changed = limits.entrySet().stream().map(l -> Texts.json(l.getKey()) + ":" + Texts.json(Texts.cut(l.getValue(), 200))).collect(Collectors.joining(","));
            outbox.add("order.limits-changed", "review", "{\"by\":" + Texts.json(by.name()) + "," + changed + "}");
            return null;
        });
    }
}
