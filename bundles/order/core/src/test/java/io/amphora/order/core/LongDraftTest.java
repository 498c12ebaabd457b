package io.amphora.order.core;

import static io.amphora.order.core.OrderFixture.ALL;
import static io.amphora.order.core.OrderFixture.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import io.amphora.order.api.NewOrder;
import io.amphora.order.api.Order;
import io.amphora.platform.api.Sql;
import io.amphora.platform.test.BothDatabases;
import io.amphora.platform.test.TestDatabase;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;

/** An order of 500 lines while it is typed: what a keystroke costs. */
@BothDatabases(OrderEntities.class)
class LongDraftTest {
    private static final int LINES = 500;
    private static final int ROUNDS = 15;

    private OrderFixture orders;
    private TestDatabase db;

    @BeforeEach
    void setUp(TestDatabase database) {
        db = database;
        db.clear();
        orders = new OrderFixture(db);
        for (int i = 0; i < LINES; i++) {
            orders.twins.product("L-" + i, "10.00", true, true);
        }
    }

    private static NewOrder with(List<NewOrder.Line> lines) {
        OrderFixture.Builder builder = anOrder();
        lines.forEach(l -> builder.with(l.sku(), l.quantity().toPlainString()));
        return builder.build();
    }

    private static List<NewOrder.Line> lines(int count) {
        List<NewOrder.Line> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lines.add(new NewOrder.Line("L-" + i, new BigDecimal(i % 7 + 1), null));
        }
        return lines;
    }

    private long written(long order) {
        return orders.tx.call(em -> Sql.of("select sum(l.version) from order_line l where l.order_id = ?", order).<Number>values(em).get(0).longValue());
    }

    private List<Long> ids(Order order) {
        return order.lines().stream().map(Order.Line::id).toList();
    }

    @TestTemplate
    void oneLineTypedWritesOneRow() {
        List<NewOrder.Line> typed = lines(LINES - 1);
        Order draft = orders.entry.draft(ALL, with(typed));
        long before = written(draft.id());

        typed.set(250, new NewOrder.Line("L-250", new BigDecimal("99"), null));
        Order changed = orders.entry.changeDraft(ALL, draft.id(), draft.version(), with(typed));
        assertThat(written(draft.id()) - before).as("rows updated").isEqualTo(1);
        assertThat(ids(changed)).isEqualTo(ids(draft));
        assertThat(changed.lines().get(250).quantity()).isEqualByComparingTo("99");

        typed.add(new NewOrder.Line("L-" + (LINES - 1), BigDecimal.ONE, null));
        Order longer = orders.entry.changeDraft(ALL, draft.id(), changed.version(), with(typed));
        assertThat(ids(longer)).hasSize(LINES).startsWith(ids(draft).toArray(new Long[0]));

        typed.remove(3);
        Order shorter = orders.entry.changeDraft(ALL, draft.id(), longer.version(), with(typed));
        assertThat(orders.queries.find(ALL, draft.id())).isEqualTo(shorter);
        assertThat(shorter.lines()).extracting(Order.Line::position).startsWith(1, 2, 3, 4).endsWith(LINES - 1);
        assertThat(shorter.lines().get(3).sku()).isEqualTo("L-4");
        assertThat(shorter.total()).isEqualTo(longer.total().minus(longer.lines().get(3).amount()));
    }

    @TestTemplate
    void keystrokeInALongOrderTakesLessThanATenthOfASecond() {
        List<NewOrder.Line> typed = lines(LINES);
        Order draft = orders.entry.draft(ALL, with(typed));
        List<Long> nanos = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            typed.set(i * 11, new NewOrder.Line("L-" + i * 11, new BigDecimal(50 + i), null));
            long start = System.nanoTime();
            draft = orders.entry.changeDraft(ALL, draft.id(), draft.version(), with(typed));
            nanos.add(System.nanoTime() - start);
        }
        nanos.sort(null);
        long typical = nanos.get(ROUNDS / 2) / 1_000_000;
        System.out.println("draft of " + LINES + " lines on " + db.database().id() + ": a change takes " + typical + " ms");

        assertThat(typical).isLessThan(100);
    }
}
