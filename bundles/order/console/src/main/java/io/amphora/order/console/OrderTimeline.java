package io.amphora.order.console;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import io.amphora.common.Actor;
import io.amphora.common.Page;
import io.amphora.common.PageRequest;
import io.amphora.console.api.Live;
import io.amphora.console.api.kit.Badge.Tone;
import io.amphora.console.api.kit.Texts;
import io.amphora.console.api.kit.Timeline;
import io.amphora.identity.api.People;
import io.amphora.order.api.HoldType;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderQueries;
import io.amphora.order.api.OrderStatus;
import io.amphora.order.api.TimelineEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Everything that happened to the order, newest first, and a place to remark on it. */
final class OrderTimeline extends Div {
    private static final long serialVersionUID = 1L;
    private static final int STEP = 30;
    /** Others that write on it, with the order's id as the key of their events. */
    private static final List<String> OTHERS = List.of("payment.*", "returns.*", "document.*", "tracking.*");
    /** What happened says itself what it was about. */
    private static final java.util.Set<String> PLAIN = java.util.Set.of("status", "hold", "finding", "quotation", "attachment", "template");

    private final transient OrderQueries queries;
    private final transient Actor actor;
    private final long orderId;
    private final transient List<Order.Finding> findings;
    private final Timeline timeline = new Timeline();
    private final Button more = new Button(Texts.of("order.timeline.more"), e -> loadMore());
    private final transient List<Timeline.Entry> entries = new ArrayList<>();
    private final transient Instant until;
    private final transient TimelineNotes notes;
    private String cursor;

    /** @param people whom a remark may name; gives null while that domain is away */
    OrderTimeline(OrderQueries queries, OrderActionBar actions, Order order, Actor actor, Supplier<People> people, TimelineNotes notes) {
        this(queries, order, actor, Instant.MAX, notes);
        MentionField remark = new MentionField(people, actor);
        Button send = new Button(Texts.of("order.comment"), e -> {
            if (!remark.getValue().isBlank() && actions.comment(orderId, remark.getValue())) {
                remark.clear();
            }
        });
        Div row = new Div(remark, send);
        row.addClassName("input-row");
        addComponentAsFirst(row);
        OTHERS.forEach(topic -> Live.on(this, topic, keys -> {
            if (keys.contains(Long.toString(orderId))) {
                newest();
            }
        }));
    }

    private OrderTimeline(OrderQueries queries, Order order, Actor actor, Instant until, TimelineNotes notes) {
        this.queries = queries;
        this.actor = actor;
        this.orderId = order.id();
        this.findings = order.findings();
        this.until = until;
        this.notes = notes;
        add(timeline, more);
        loadMore();
    }

    /** Only what had happened by then; nobody remarks on what was. */
    static OrderTimeline until(OrderQueries queries, Order order, Actor actor, Instant until) {
        return new OrderTimeline(queries, order, actor, until, TimelineNotes.PLAIN);
    }

    private void newest() {
        entries.clear();
        cursor = null;
        loadMore();
    }

    private void loadMore() {
        int before = entries.size();
        do {
            Page<TimelineEntry> page = queries.timeline(actor, orderId, new PageRequest(cursor, STEP));
            page.items().stream().filter(e -> !e.at().isAfter(until)).forEach(e -> entries.add(entry(e)));
            cursor = page.next();
        } while (cursor != null && entries.size() == before);
        timeline.setEntries(entries);
        more.setVisible(cursor != null);
    }

    private Timeline.Entry entry(TimelineEntry e) {
        String what = Texts.orElse("order.timeline." + e.what(), e.what());
        String field = e.field() == null || PLAIN.contains(e.field()) ? "" : " (" + Texts.orElse("order.field." + e.field(), e.field()) + ")";
        String text = e.what().equals("comment") && e.note() != null ? e.note() : what + field + (e.note() == null ? "" : ": " + notes.of(e, findings));
        return new Timeline.Entry(e.at(), e.who(), text, value(e, e.before()), value(e, e.after()), tone(e));
    }

    private String value(TimelineEntry e, String value) {
        if (value == null || e.field() == null) {
            return value;
        }
        return switch (e.field()) {
            case "status" -> status(value);
            case "hold" -> hold(value);
            case "charges" -> ChargeTexts.named(value);
            case "finding" -> finding(value);
            case "stock" -> Texts.orElse("order.remedy." + value, value);
            default -> value;
        };
    }

    /** The timeline keeps English; the finding itself can be told in any language. */
    private String finding(String english) {
        return findings.stream().map(Order.Finding::problem).filter(p -> p.message().equals(english)).findFirst().map(Texts::of).orElse(english);
    }

    private static String hold(String name) {
        return Stream.of(HoldType.values()).filter(h -> h.name().equals(name)).map(OrderBadges::text).findFirst().orElse(name);
    }

    private static String status(String name) {
        for (OrderStatus s : OrderStatus.values()) {
            if (s.name().equals(name)) {
                return Texts.of("order.status", s);
            }
        }
        return name;
    }

    private static Tone tone(TimelineEntry e) {
        return switch (e.what()) {
            case "approved", "shipped", "delivered", "completed", "payment-paid", "return-completed" -> Tone.SUCCESS;
            case "rejected", "cancelled", "came-back", "lost", "payment-failed", "return-failed", "message-failed", "shipment-exception", "shipment-lost", "shipment-late" -> Tone.ERROR;
            case "comment" -> Tone.NEUTRAL;
            default -> Tone.INFO;
        };
    }
}
