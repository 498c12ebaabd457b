package io.amphora.order.core;

import io.amphora.common.Actor;
import io.amphora.common.SearchText;
import io.amphora.customer.api.Address;
import io.amphora.order.api.HistoricOrder;
import io.amphora.platform.api.Sql;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The rows of a batch of historic orders, collected, then written by one statement per table. */
final class HistoricRows {
    private static final String ORDER = "insert into orders (id, order_number, number_lower, import_source, import_run, historic, order_kind, order_status, channel, customer_id, customer_name, "
            + "name_lower, currency, total, line_count, ship_recipient, ship_street, ship_city, ship_region, ship_postal_code, country, created_at, placed_at, placed_key, changed_at, created_by, version) "
            + "values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)";
    private static final String LINE = "insert into order_line (id, order_id, line_no, sku, product_name, quantity, unit, unit_price, amount, line_status, stocked, version) values (?,?,?,?,?,?,?,?,?,?,?,?)";
    private static final String TIMELINE = "insert into order_timeline (id, order_id, happened_at, who, what, field_name, new_text, note) values (?,?,?,?,?,?,?,?)";
    private static final int NAME = 60;

    /** Lines that belong to one order, new or there already. */
    private record Batch(Long order, List<HistoricOrder> parts) {
        int lines() {
            return parts.stream().mapToInt(p -> p.lines().size()).sum();
        }

        BigDecimal total() {
            return parts.stream().flatMap(p -> p.lines().stream()).map(HistoricOrder.Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    private final EntityManager em;
    private final Actor by;
    private final long run;
    private final Instant now;
    private final List<Batch> batches = new ArrayList<>();

    HistoricRows(EntityManager em, Actor by, long run, Instant now) {
        this.em = em;
        this.by = by;
        this.run = run;
        this.now = now;
    }

    static String lower(String number) {
        return SearchText.key(number, NAME);
    }

    /** A new order. @param parts all of one number; the first one tells of the order, all of its lines */
    void add(List<HistoricOrder> parts) {
        batches.add(new Batch(null, parts));
    }

    /** More lines for an order that an earlier batch of this run made. */
    void append(long order, List<HistoricOrder> parts) {
        batches.add(new Batch(order, parts));
    }

    void write() {
        int fresh = (int) batches.stream().filter(b -> b.order() == null).count();
        long[] orderIds = Sequences.next(em, "s_orders", fresh);
        long[] timelineIds = Sequences.next(em, "s_order_timeline", batches.stream().filter(b -> b.order() == null).mapToInt(b -> remarks(b.parts().get(0))).sum());
        long[] lineIds = Sequences.next(em, "s_order_line", batches.stream().mapToInt(Batch::lines).sum());
        List<Object[]> orders = new ArrayList<>();
        List<Object[]> grown = new ArrayList<>();
        List<Object[]> lines = new ArrayList<>();
        List<Object[]> timeline = new ArrayList<>();
        for (Batch batch : batches) {
            int first = 1;
            long id;
            if (batch.order() == null) {
                id = orderIds[orders.size()];
                remark(timeline, timelineIds, id, batch.parts().get(0));
                orders.add(order(id, batch));
            } else {
                id = batch.order();
                first += lineCount(id);
                grown.add(new Object[] {batch.total(), batch.lines(), now, id});
            }
            lines(lines, lineIds, id, first, batch);
        }
        Sql.batch(em, ORDER, orders);
        Sql.batch(em, LINE, lines);
        Sql.batch(em, TIMELINE, timeline);
        Sql.batch(em, "update orders set total = total + ?, line_count = line_count + ?, changed_at = ?, version = version + 1 where id = ?", grown);
    }

    private int lineCount(long id) {
        return (int) OrderRows.number(Sql.of("select o.line_count from orders o where o.id = ?", id).values(em).get(0));
    }

    private Object[] order(long id, Batch batch) {
        HistoricOrder o = batch.parts().get(0);
        Address a = o.shipTo() == null ? Address.EMPTY : o.shipTo();
        String name = Texts.cut(o.customerName(), 200);
        return new Object[] {id, o.number(), lower(o.number()), o.source(), run, true, o.kind(), o.status(), o.source(), o.customerId(), name,
            name == null ? null : SearchText.key(name, NAME), o.currency(), batch.total(), batch.lines(), Texts.cut(a.recipient(), 200), Texts.cut(a.street(), 200), Texts.cut(a.city(), 100),
            Texts.cut(a.region(), 100), Texts.cut(a.postalCode(), 40), Texts.cut(o.country() == null ? a.country() : o.country(), 100), o.placedAt(), o.placedAt(),
            PlacedKey.of(o.placedAt(), id), now, by.name(), 1L};
    }

    private static int remarks(HistoricOrder o) {
        return 1 + (o.paid() == null ? 0 : 1) + (o.refunded() == null ? 0 : 1);
    }

    private void remark(List<Object[]> timeline, long[] ids, long order, HistoricOrder o) {
        timeline.add(new Object[] {ids[timeline.size()], order, now, by.name(), "imported", "status", o.status().name(), o.source() + " " + o.number()});
        money(timeline, ids, order, "paid-before", o, o.paid());
        money(timeline, ids, order, "refunded-before", o, o.refunded());
    }

    private void money(List<Object[]> timeline, long[] ids, long order, String what, HistoricOrder o, BigDecimal amount) {
        if (amount != null) {
            String text = (amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString()) + " " + o.currency();
            timeline.add(new Object[] {ids[timeline.size()], order, now, by.name(), what, null, null, text});
        }
    }

    private static void lines(List<Object[]> rows, long[] ids, long order, int first, Batch batch) {
        int position = first;
        for (HistoricOrder part : batch.parts()) {
            for (HistoricOrder.Line l : part.lines()) {
                rows.add(new Object[] {ids[rows.size()], order, position++, Texts.cut(l.sku(), 40), l.name() == null ? Texts.cut(l.sku(), 40) : Texts.cut(l.name(), 200), l.quantity(), "pcs", l.unitPrice(),
                    l.amount(), part.status().name(), false, 1L});
            }
        }
    }
}
