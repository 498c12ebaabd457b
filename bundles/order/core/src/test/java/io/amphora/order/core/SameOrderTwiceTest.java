package io.amphora.order.core;

import static io.amphora.order.core.OrderFixture.ALL;
import static io.amphora.order.core.OrderFixture.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import io.amphora.order.api.Order;
import io.amphora.order.api.OrderFilter;
import io.amphora.platform.api.Event;
import io.amphora.platform.api.Sql;
import io.amphora.platform.test.BothDatabases;
import io.amphora.platform.test.TestDatabase;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;

/** A sender that retries while its first call is still on its way. */
@BothDatabases(OrderEntities.class)
class SameOrderTwiceTest {
    private static final int SENDERS = 16;
    private static final int ORDERS = 8;

    private OrderFixture orders;
    private TestDatabase db;

    @BeforeEach
    void setUp(TestDatabase database) {
        db = database;
        db.clear();
        orders = new OrderFixture(db);
    }

    @TestTemplate
    void manySendersOfTheSameOrdersGetTheFirstOne() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(SENDERS);
        CyclicBarrier together = new CyclicBarrier(SENDERS);
        List<Set<Long>> ids = new ArrayList<>();
        try {
            for (int n = 0; n < ORDERS; n++) {
                String external = "X-" + n;
                List<Future<Order>> answers = new ArrayList<>();
                for (int s = 0; s < SENDERS; s++) {
                    boolean draft = n % 4 == 3;
                    answers.add(pool.submit(() -> {
                        together.await();
                        var order = anOrder().channel("shop").externalId(external).with("SKU-1", "1").build();
                        return draft ? orders.entry.draft(ALL, order) : orders.entry.place(ALL, order);
                    }));
                }
                Set<Long> same = new HashSet<>();
                for (Future<Order> answer : answers) {
                    same.add(answer.get().id());
                }
                ids.add(same);
            }
        } finally {
            pool.shutdown();
        }

        assertThat(ids).allSatisfy(same -> assertThat(same).hasSize(1));
        assertThat(orders.queries.count(ALL, OrderFilter.ALL, 100)).isEqualTo(ORDERS);
        int lines = orders.tx.call(em -> Sql.of("select count(*) from order_line").<Number>values(em).get(0).intValue());
        assertThat(lines).isEqualTo(ORDERS);
        assertThat(db.events()).extracting(Event::topic).filteredOn(t -> t.equals("order.placed") || t.equals("order.drafted")).hasSize(ORDERS);
    }
}
