package io.amphora.returns.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.amphora.common.Money;
import io.amphora.inventory.core.InventoryEntities;
import io.amphora.order.api.NewOrder;
import io.amphora.order.api.Order;
import io.amphora.payment.api.PaymentMethod;
import io.amphora.payment.api.PaymentPosition;
import io.amphora.payment.core.store.PaymentEntities;
import io.amphora.platform.api.Tx;
import io.amphora.platform.test.BothDatabases;
import io.amphora.platform.test.TestDatabase;
import io.amphora.returns.api.Return;
import io.amphora.returns.api.ReturnDesk.NewSettlement;
import io.amphora.returns.api.ReturnOutcome;
import io.amphora.returns.api.ReturnState;
import io.amphora.returns.core.store.ReturnEntities;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.TestTemplate;

/** The server dies after each of its commits in turn, and starts again: the money goes back once, and all of it. */
@BothDatabases({ReturnEntities.class, PaymentEntities.class, InventoryEntities.class})
class KilledTest {
    /** Nobody catches it, like the end of a process. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** Dies behind the outermost commit whose turn it is, and lets nothing happen afterwards. */
    private static final class Death {
        private final ThreadLocal<Integer> depth = ThreadLocal.withInitial(() -> 0);
        private int left = Integer.MAX_VALUE;
        private boolean dead;

        <R> R around(Supplier<R> work) {
            if (dead) {
                throw new Killed();
            }
            depth.set(depth.get() + 1);
            R result;
            try {
                result = work.get();
            } finally {
                depth.set(depth.get() - 1);
            }
            if (depth.get() == 0 && --left < 0) {
                dead = true;
                throw new Killed();
            }
            return result;
        }

        Tx tx(Tx tx) {
            return new Tx() {
                @Override
                public <R> R call(Work<R> work) {
                    return around(() -> tx.call(work));
                }

                @Override
                public <R> R callWithRetry(int attempts, Work<R> work) {
                    return around(() -> tx.callWithRetry(attempts, work));
                }

                @Override
                public void beforeCommit(Runnable action) {
                    tx.beforeCommit(action);
                }

                @Override
                public void afterCommit(Runnable action) {
                    tx.afterCommit(action);
                }
            };
        }
    }

    @TestTemplate
    void refundsAndExchanges(TestDatabase db) {
        int survived = 0;
        for (int commits = 0; survived < 2; commits++) {
            survived = 0;
            for (ReturnOutcome outcome : List.of(ReturnOutcome.REFUND, ReturnOutcome.EXCHANGE)) {
                survived += dies(db, outcome, commits) ? 0 : 1;
            }
            assertThat(commits).isLessThan(60);
        }
    }

    /** @return whether it came to that */
    private boolean dies(TestDatabase db, ReturnOutcome outcome, int commits) {
        Death death = new Death();
        Shop shop = new Shop(db, death::tx, null);
        Order order = shop.delivered("EUR", "0", "SKU-1 2 30.00");
        shop.paid(order, PaymentMethod.GATEWAY, "45.00");
        shop.paid(order, PaymentMethod.CASH, null);
        Return back = shop.back(order, "0 2");
        death.left = commits;
        boolean died = false;
        try {
            shop.desk.settle(Shop.FINANCE, back.id(), back.version(), settlement(outcome));
        } catch (Killed e) {
            died = true;
        }
        Shop again = new Shop(db, t -> t, shop);
        Return found = again.returns.find(Shop.FINANCE, back.id());
        if (found.state() == ReturnState.INSPECTED) {
            again.desk.settle(Shop.FINANCE, found.id(), found.version(), settlement(outcome));
        }
        Instant later = Instant.now().plus(Duration.ofHours(1));
        for (int i = 0; i < 4; i++) {
            again.pay.sweep(later);
            again.steps.sweep(later, 100);
            again.steps.heard(order.id());
        }
        ended(again, order, back.id(), outcome, outcome + " dead after " + commits + " commits");
        return died;
    }

    private static NewSettlement settlement(ReturnOutcome outcome) {
        return new NewSettlement(outcome, null, null, null, false, outcome == ReturnOutcome.EXCHANGE ? List.of(new NewOrder.Line("SKU-9", BigDecimal.ONE, new BigDecimal("20.00"))) : null, null);
    }

    private static void ended(Shop shop, Order order, long id, ReturnOutcome outcome, String at) {
        Return r = shop.returns.find(Shop.FINANCE, id);
        assertThat(r.state()).as(at).isEqualTo(ReturnState.COMPLETED);
        PaymentPosition p = shop.pay.payments.position(Shop.ALL, order.id());
        assertThat(p.refunded()).as(at).isEqualTo(Money.of("60.00", "EUR"));
        assertThat(p.open().amount()).as(at).isZero();
        BigDecimal byGateway = shop.refunds.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (outcome == ReturnOutcome.EXCHANGE) {
            assertThat(shop.orders.values().stream().filter(o -> r.number().equals(o.externalId())).count()).as(at).isEqualTo(1);
            assertThat(shop.pay.payments.position(Shop.ALL, r.settlement().newOrderId()).paid()).as(at).isEqualTo(Money.of("20.00", "EUR"));
            assertThat(shop.pay.credits.balances(Shop.ALL, 7).get(0).amount().amount()).as(at).isZero();
            assertThat(byGateway).as(at).isEqualByComparingTo("25.00");
        } else {
            assertThat(byGateway).as(at).isEqualByComparingTo("45.00");
        }
    }
}
