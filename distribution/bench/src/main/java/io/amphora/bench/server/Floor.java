package io.amphora.bench.server;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/** The rows of one order by hand-written SQL: the least the database asks for. One connection and one set of prepared statements per client. */
final class Floor implements Load.Worker {
    /** Far from those of the sequences. */
    private static final AtomicLong ID = new AtomicLong(System.currentTimeMillis() * 1_000_000L);
    private static final int LINES = 3;

    /** What one placed order left in the tables: what it owes is written when its event is delivered, and is one of its rows all the same. */
    record Templates(Template order, Template line, Template timeline, Template outbox, Template reservation, Template account, Template payment, long location) {
        static Templates of(DataSource ds, long orderId) throws SQLException {
            try (Connection c = ds.getConnection()) {
                Template reservation = Template.of(c, "stock_reservation", "order_id", orderId);
                Map<String, Object> event = new LinkedHashMap<>();
                event.put("id", 0L);
                event.put("topic", "bench.floor");
                event.put("event_key", "0");
                event.put("payload", "{\"by\":\"bench\",\"number\":\"A-1000000\",\"status\":\"APPROVED\"}");
                event.put("written_at", new Timestamp(System.currentTimeMillis()));
                long location = reservation.number("location_id");
                c.rollback();
                return new Templates(Template.of(c, "orders", "id", orderId), Template.of(c, "order_line", "order_id", orderId), Template.of(c, "order_timeline", "order_id", orderId),
                        Template.by("outbox_event", event), reservation,
                        Template.of(c, "payment_account", "order_id", orderId), Template.of(c, "payment", "order_id", orderId), location);
            }
        }
    }

    private final Connection c;
    private final Templates t;
    private final int skus;
    private final PreparedStatement order;
    private final PreparedStatement line;
    private final PreparedStatement timeline;
    private final PreparedStatement outbox;
    private final PreparedStatement reservation;
    private final PreparedStatement account;
    private final PreparedStatement payment;
    private final PreparedStatement stock;

    Floor(DataSource ds, Templates t, int skus) throws SQLException {
        this.t = t;
        this.skus = skus;
        c = ds.getConnection();
        c.setAutoCommit(false);
        order = t.order().insert(c);
        line = t.line().insert(c);
        timeline = t.timeline().insert(c);
        outbox = t.outbox().insert(c);
        reservation = t.reservation().insert(c);
        account = t.account().insert(c);
        payment = t.payment().insert(c);
        stock = c.prepareStatement("update stock_level set reserved = reserved + ?, low = case when on_hand - reserved - ? <= safety + safety then 1 else 0 end"
                + " where sku = ? and location_id = ? and on_hand - reserved - safety >= ?");
    }

    @Override
    public void once() throws SQLException {
        try {
            long id = ID.addAndGet(10);
            String number = "F-" + id;
            t.order().set(order, Map.of("id", id, "order_number", number, "number_lower", number.toLowerCase(java.util.Locale.ROOT), "placed_key", id));
            order.executeUpdate();
            String[] picked = pick(skus);
            for (int i = 0; i < LINES; i++) {
                t.line().set(line, Map.of("id", id + i, "order_id", id, "line_no", i + 1, "sku", picked[i]));
                line.addBatch();
                t.reservation().set(reservation, Map.of("id", id + i, "order_id", id, "line_id", id + i, "sku", picked[i]));
                reservation.addBatch();
                stock(picked[i]);
            }
            line.executeBatch();
            reservation.executeBatch();
            t.outbox().set(outbox, Map.of("id", id, "event_key", Long.toString(id)));
            outbox.executeUpdate();
            t.timeline().set(timeline, Map.of("id", id, "order_id", id));
            timeline.executeUpdate();
            owed(id, number);
            for (int hit : stock.executeBatch()) {
                if (hit == 0) {
                    throw new SQLException("out of stock");
                }
            }
            c.commit();
        } catch (SQLException e) {
            c.rollback();
            // what is left of a batch would go with the next order
            for (PreparedStatement batch : List.of(line, reservation, stock)) {
                batch.clearBatch();
            }
            throw e;
        }
    }

    private void owed(long id, String number) throws SQLException {
        t.account().set(account, Map.of("order_id", id, "order_number", number));
        account.executeUpdate();
        t.payment().set(payment, Map.of("id", id, "order_id", id, "order_number", number, "request_key", Long.toHexString(System.currentTimeMillis()) + number));
        payment.executeUpdate();
    }

    private void stock(String sku) throws SQLException {
        stock.setBigDecimal(1, BigDecimal.ONE);
        stock.setBigDecimal(2, BigDecimal.ONE);
        stock.setString(3, sku);
        stock.setLong(4, t.location());
        stock.setBigDecimal(5, BigDecimal.ONE);
        stock.addBatch();
    }

    /** Three of them, sorted: one lock order. */
    static String[] pick(int skus) {
        return ThreadLocalRandom.current().ints(0, skus).distinct().limit(LINES).mapToObj(i -> "BENCH-" + i).sorted().toArray(String[]::new);
    }

    @Override
    public void close() throws SQLException {
        c.close();
    }
}
