package io.amphora.order.console;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.amphora.common.Actor;
import io.amphora.common.Money;
import io.amphora.console.api.HomeTile;
import io.amphora.console.api.Live;
import io.amphora.console.api.kit.Badge;
import io.amphora.console.api.kit.Badge.Tone;
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.Texts;
import io.amphora.order.api.OrderQueries;
import io.amphora.order.api.OrderQueries.Turnover;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/** Orders and revenue of today and of the last seven days, against the same time a week before. */
@org.osgi.service.component.annotations.Component(service = HomeTile.class)
public final class TodayTile implements HomeTile {
    private final OrderQueries queries;
    private final Clock clock;

    @Activate
    public TodayTile(@Reference OrderQueries queries, @Reference Clock clock) {
        this.queries = queries;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public int width() {
        return 12;
    }

    @Override
    public String permission() {
        return OrderQueries.READ;
    }

    @Override
    public Component create(Actor actor) {
        Div tile = new Div();
        tile.addClassName("stats");
        OrderStyles.on(tile);
        show(tile, actor);
        Live.on(tile, "order.*", keys -> show(tile, actor));
        return tile;
    }

    private void show(Div tile, Actor actor) {
        Instant now = clock.instant();
        Instant today = LocalDate.ofInstant(now, Formats.current().zone()).atStartOfDay(Formats.current().zone()).toInstant();
        List<Turnover> day = queries.turnover(actor, today, now);
        List<Turnover> dayBefore = queries.turnover(actor, weekBefore(today), weekBefore(now));
        List<Turnover> week = queries.turnover(actor, weekBefore(now), now);
        List<Turnover> weekBefore = queries.turnover(actor, weekBefore(weekBefore(now)), weekBefore(now));
        tile.removeAll();
        tile.add(orders("order.tile.today", day, dayBefore), revenue("order.tile.revenue-today", day, dayBefore), orders("order.tile.week", week, weekBefore),
                revenue("order.tile.revenue-week", week, weekBefore));
    }

    private static Instant weekBefore(Instant at) {
        return at.minus(java.time.Duration.ofDays(7));
    }

    private static Div orders(String label, List<Turnover> now, List<Turnover> before) {
        BigDecimal count = count(now);
        return stat(label, Formats.current().number(count), count, count(before));
    }

    private static BigDecimal count(List<Turnover> all) {
        return BigDecimal.valueOf(all.stream().mapToLong(Turnover::orders).sum());
    }

    /** In the currency that most orders have; amounts of different currencies are never added. */
    private static Div revenue(String label, List<Turnover> now, List<Turnover> before) {
        Turnover main = now.stream().max(Comparator.comparingLong(Turnover::orders)).or(() -> before.stream().max(Comparator.comparingLong(Turnover::orders))).orElse(null);
        if (main == null) {
            return stat(label, "–", BigDecimal.ZERO, BigDecimal.ZERO);
        }
        BigDecimal amount = amount(now, main.currency());
        return stat(label, Formats.current().money(Money.of(amount, main.currency()).rounded()), amount, amount(before, main.currency()));
    }

    private static BigDecimal amount(List<Turnover> all, String currency) {
        return all.stream().filter(t -> t.currency().equals(currency)).map(Turnover::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Div stat(String label, String value, BigDecimal now, BigDecimal before) {
        Span name = new Span(Texts.of(label));
        name.addClassName("stat-label");
        Span number = new Span(value);
        number.addClassName("figure");
        Div stat = new Div(name, number);
        if (before.signum() > 0) {
            BigDecimal change = now.subtract(before).divide(before, 3, RoundingMode.HALF_UP);
            String sign = change.signum() > 0 ? "+" : "";
            stat.add(Badge.of(change.signum() < 0 ? Tone.WARNING : Tone.SUCCESS, "order.tile.against", sign + Formats.current().percent(change)));
        }
        stat.addClassName("stat");
        return stat;
    }
}
