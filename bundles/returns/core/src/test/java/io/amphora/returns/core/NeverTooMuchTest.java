package io.amphora.returns.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.amphora.common.AmphoraException;
import io.amphora.common.Money;
import io.amphora.inventory.core.InventoryEntities;
import io.amphora.order.api.Order;
import io.amphora.payment.api.GatewayAnswer;
import io.amphora.payment.api.Payment;
import io.amphora.payment.api.PaymentMethod;
import io.amphora.payment.api.PaymentPosition;
import io.amphora.payment.core.store.PaymentEntities;
import io.amphora.platform.test.BothDatabases;
import io.amphora.platform.test.TestDatabase;
import io.amphora.returns.api.Return;
import io.amphora.returns.api.ReturnDesk.NewSettlement;
import io.amphora.returns.api.ReturnOutcome;
import io.amphora.returns.api.ReturnState;
import io.amphora.returns.core.store.ReturnEntities;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.TestTemplate;

/** Whatever comes back, in whatever pieces, paid in whatever ways, by whomever at the same time: never is more given back than was paid, and all of it in the end. */
@BothDatabases({ReturnEntities.class, PaymentEntities.class, InventoryEntities.class})
class NeverTooMuchTest {
    private static final List<String> CURRENCIES = List.of("EUR", "JPY", "KWD", "CNY");

    private static final List<String> why = new ArrayList<>();
    private Shop shop;

    @TestTemplate
    void overRandomOrdersPaymentsAndReturns(TestDatabase db) {
        shop = new Shop(db);
        for (int seed = 1; seed <= 8; seed++) {
            Random random = new Random(seed);
            Order order = order(random, CURRENCIES.get(seed % CURRENCIES.size()));
            boolean inFull = pay(order, random);
            List<BigDecimal> left = new ArrayList<>(order.lines().stream().map(Order.Line::quantity).toList());
            Money credited = Money.zero(order.total().currency());
            while (left.stream().anyMatch(q -> q.signum() > 0)) {
                Return r = some(order, left, random);
                credited = credited.plus(r.settlement() == null ? Money.zero(credited.currency()) : r.settlement().credit());
                holds(order, credited, "seed " + seed);
            }
            PaymentPosition end = shop.pay.payments.position(Shop.ALL, order.id());
            assertThat(end.credited()).as("seed " + seed + ": all came back").isEqualTo(end.total());
            assertThat(end.open().amount()).as("seed " + seed).isZero();
            assertThat(end.refunded()).as("seed " + seed).isEqualTo(end.paid());
            assertThat(inFull).isEqualTo(end.paid().equals(end.total()));
        }
    }

    private Order order(Random random, String currency) {
        int digits = Currency.getInstance(currency).getDefaultFractionDigits();
        String[] lines = new String[1 + random.nextInt(3)];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = "SKU-" + i + " " + (1 + random.nextInt(6)) + " " + BigDecimal.valueOf(1 + random.nextInt(99_999), Math.min(4, digits + random.nextInt(3))).toPlainString();
        }
        return shop.delivered(currency, BigDecimal.valueOf(random.nextInt(1000), digits).toPlainString(), lines);
    }

    /** @return whether all is paid */
    private boolean pay(Order order, Random random) {
        BigDecimal total = order.total().amount();
        BigDecimal some = total.multiply(BigDecimal.valueOf(10 + random.nextInt(80))).divide(BigDecimal.valueOf(100), Math.max(0, order.total().currency().getDefaultFractionDigits()), java.math.RoundingMode.DOWN);
        shop.paid(order, PaymentMethod.GATEWAY, some.signum() == 0 ? null : some.toPlainString());
        boolean rest = random.nextInt(3) > 0 && some.signum() > 0;
        if (rest) {
            shop.paid(order, random.nextBoolean() ? PaymentMethod.BANK_TRANSFER : PaymentMethod.CASH, null);
        }
        return rest || some.signum() == 0;
    }

    private Return some(Order order, List<BigDecimal> left, Random random) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < left.size(); i++) {
            BigDecimal q = left.get(i).min(BigDecimal.valueOf(random.nextInt(4000), random.nextBoolean() ? 3 : 0));
            if (q.signum() > 0) {
                lines.add(i + " " + q.toPlainString());
                left.set(i, left.get(i).subtract(q));
            }
        }
        if (lines.isEmpty()) {
            int i = (int) left.stream().takeWhile(q -> q.signum() == 0).count();
            lines.add(i + " " + left.get(i).toPlainString());
            left.set(i, BigDecimal.ZERO);
        }
        Return back = shop.back(order, lines.toArray(String[]::new));
        shop.answer = random.nextInt(4) == 0 ? r -> GatewayAnswer.declined("no") : r -> GatewayAnswer.approved("ok");
        Return r = shop.desk.settle(Shop.FINANCE, back.id(), back.version(), NewSettlement.of(random.nextInt(3) == 0 ? ReturnOutcome.STORE_CREDIT : ReturnOutcome.REFUND));
        if (r.state() == ReturnState.SETTLING) {
            r = shop.desk.retry(Shop.FINANCE, r.id(), r.version(), true);
        }
        assertThat(r.state()).isEqualTo(ReturnState.COMPLETED);
        return r;
    }

    private void holds(Order order, Money credited, String at) {
        PaymentPosition p = shop.pay.payments.position(Shop.ALL, order.id());
        assertThat(p.credited()).as(at).isEqualTo(credited);
        assertThat(p.credited().plus(p.paid()).minus(p.refunded()).plus(p.open())).as(at).isEqualTo(p.total());
        assertThat(p.refunded()).as(at).isLessThanOrEqualTo(p.paid());
        assertThat(p.open().isNegative()).as(at + ": nothing is left to give back").isFalse();
        for (Payment one : p.payments()) {
            assertThat(one.refunded().plus(one.refunding())).as(at).isLessThanOrEqualTo(one.captured());
        }
    }

    /** Goods that the customer has, of an order or of a replacement. */
    private record Piece(Order order, int line, BigDecimal quantity) {
    }

    @TestTemplate
    void overReplacementsOfReplacements(TestDatabase db) {
        shop = new Shop(db);
        for (int seed = 1; seed <= 6; seed++) {
            Random random = new Random(100 + seed);
            Order order = order(random, CURRENCIES.get(seed % CURRENCIES.size()));
            shop.paid(order, PaymentMethod.GATEWAY, null);
            List<Piece> pieces = new ArrayList<>();
            for (int i = 0; i < order.lines().size(); i++) {
                pieces.add(new Piece(order, i, order.lines().get(i).quantity()));
            }
            Money credited = Money.zero(order.total().currency());
            for (int swaps = 0; !pieces.isEmpty(); ) {
                Piece p = pieces.remove(random.nextInt(pieces.size()));
                BigDecimal part = p.quantity().min(BigDecimal.valueOf(1 + random.nextInt(3)));
                if (part.compareTo(p.quantity()) < 0) {
                    pieces.add(new Piece(p.order(), p.line(), p.quantity().subtract(part)));
                }
                boolean swap = swaps < 5 && random.nextBoolean();
                Return back = shop.back(p.order(), p.line() + " " + part.toPlainString());
                shop.answer = r -> GatewayAnswer.approved("ok");
                Return r = shop.desk.settle(Shop.ALL, back.id(), back.version(), NewSettlement.of(swap ? ReturnOutcome.REPLACEMENT : random.nextBoolean() ? ReturnOutcome.REFUND : ReturnOutcome.STORE_CREDIT));
                if (swap) {
                    swaps++;
                    pieces.add(new Piece(shop.arrived(r.settlement().newOrderId()), 0, part));
                } else {
                    credited = credited.plus(r.settlement().credit());
                }
                holds(order, credited, "seed " + seed);
            }
            PaymentPosition end = shop.pay.payments.position(Shop.ALL, order.id());
            assertThat(end.credited()).as("seed " + seed + ": all came back").isEqualTo(end.total());
            assertThat(end.refunded()).as("seed " + seed).isEqualTo(end.paid());
        }
    }

    @TestTemplate
    void manyAtTheSameTime(TestDatabase db) throws Exception {
        shop = new Shop(db);
        Order order = shop.delivered("EUR", "0", "SKU-1 8 33.33");
        shop.paid(order, PaymentMethod.GATEWAY, "100.00");
        shop.paid(order, PaymentMethod.CASH, null);
        List<Return> back = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            back.add(shop.back(order, "0 1"));
        }
        List<Callable<Object>> work = new ArrayList<>();
        for (Return r : back) {
            work.add(() -> shop.desk.settle(Shop.FINANCE, r.id(), r.version(), NewSettlement.of(r.id() % 2 == 0 ? ReturnOutcome.REFUND : ReturnOutcome.STORE_CREDIT)));
            work.add(() -> shop.desk.settle(Shop.BOSS, r.id(), r.version(), NewSettlement.of(ReturnOutcome.REFUND)));
        }
        work.add(() -> shop.desk.request(Shop.SERVICE, order.id(), Shop.wanted(order, "0 2"), null));
        work.add(() -> shop.desk.request(Shop.SERVICE, order.id(), Shop.wanted(order, "0 2"), null));
        int won = run(work);

        assertThat(won).as("each return settled once, the last two pieces asked for once; refused: " + why).isEqualTo(7);
        // one refund of a payment waits for the other
        for (int i = 0; i < 8; i++) {
            shop.steps.sweep(java.time.Instant.now().plusSeconds(3600), 100);
        }
        PaymentPosition p = shop.pay.payments.position(Shop.ALL, order.id());
        assertThat(p.credited()).isEqualTo(Money.of("199.98", "EUR"));
        assertThat(p.refunded()).isEqualTo(Money.of("199.98", "EUR"));
        assertThat(p.open().amount()).isZero();
    }

    @TestTemplate
    void storeCreditIsSpentOnce(TestDatabase db) throws Exception {
        shop = new Shop(db);
        shop.pay.credits.grant(Shop.ALL, 7, Money.of("100", "EUR"), "start", null);
        List<Callable<Object>> work = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Order o = shop.delivered("EUR", "0", "SKU-1 1 30.00");
            work.add(() -> shop.pay.credits.spend(Shop.ALL, o.id(), new BigDecimal("30"), null));
        }
        assertThat(run(work)).isEqualTo(3);
        assertThat(shop.pay.credits.balances(Shop.ALL, 7).get(0).amount()).isEqualTo(Money.of("10", "EUR"));
    }

    /** @return how many were not refused */
    private static int run(List<Callable<Object>> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(work.size());
        try {
            int done = 0;
            why.clear();
            List<Future<Object>> all = threads.invokeAll(work, 60, TimeUnit.SECONDS);
            for (Future<Object> f : all) {
                try {
                    f.get();
                    done++;
                } catch (java.util.concurrent.ExecutionException e) {
                    assertThat(e.getCause()).isInstanceOf(AmphoraException.class);
                    why.add(e.getCause().getMessage());
                }
            }
            return done;
        } finally {
            threads.shutdownNow();
        }
    }
}
