package io.amphora.order.core;

import io.amphora.common.Actor;
import io.amphora.common.Problems;
import io.amphora.order.api.OrderQueries;
import io.amphora.order.api.ReviewChecks;
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
        by.require(OrderQueries.READ);
        return settings.texts();
    }

    @Override
    public void change(Actor by, Map<String, String> limits) {
        by.require(CONFIGURE);
        Problems problems = new Problems();
        limits.forEach((name, value) -> settings.verify(problems, name, value));
        problems.throwIfAny();
        tx.call(em -> {
            limits.forEach(settings::put);
            String changed = limits.entrySet().stream().map(l -> Texts.json(l.getKey()) + ":" + Texts.json(Texts.cut(l.getValue(), 200))).collect(Collectors.joining(","));
            outbox.add("order.limits-changed", "review", "{\"by\":" + Texts.json(by.name()) + "," + changed + "}");
            return null;
        });
    }
}
