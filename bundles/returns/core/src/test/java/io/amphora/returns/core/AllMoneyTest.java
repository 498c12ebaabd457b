package io.amphora.returns.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.amphora.common.AmphoraException;
import io.amphora.common.Money;
import io.amphora.inventory.core.InventoryEntities;
import io.amphora.order.api.Amendment;
import io.amphora.order.api.ChargeType;
import io.amphora.order.api.Discount;
import io.amphora.order.api.LineStatus;
import io.amphora.order.api.NewOrder;
import io.amphora.order.api.Order;
import io.amphora.order.core.OrderDomain;
import io.amphora.order.core.OrderEntities;
import io.amphora.payment.api.Payment;
import io.amphora.payment.api.PaymentDesk.NewPayment;
import io.amphora.payment.api.PaymentKind;
import io.amphora.payment.api.PaymentMethod;
import io.amphora.payment.api.PaymentPosition;
import io.amphora.payment.api.PaymentState;
import io.amphora.payment.core.store.PaymentEntities;
import io.amphora.platform.test.BothDatabases;
import io.amphora.platform.test.TestDatabase;
import io.amphora.returns.api.Return;
import io.amphora.returns.api.ReturnDesk.NewLine;
import io.amphora.returns.api.ReturnDesk.NewReturn;
import io.amphora.returns.api.ReturnDesk.NewSettlement;
import io.amphora.returns.api.ReturnKind;
import io.amphora.returns.api.ReturnOutcome;
import io.amphora.returns.api.ReturnPolicy.Rules;
import io.amphora.returns.api.ReturnState;
import io.amphora.returns.api.Disposition;
import io.amphora.returns.core.store.ReturnEntities;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.TestTemplate;

/**
 * Orders, payments and returns as they are, on a real database: whatever is ordered, taken off, taxed, paid, cancelled, split, amended, shipped, given back and refunded,
 * in whatever order: lines and charges are the header, and the header is what was paid, credited and is open.
 */
@BothDatabases({OrderEntities.class, ReturnEntities.class, PaymentEntities.class, InventoryEntities.class})
class AllMoneyTest {
    private static final List<String> CURRENCIES = List.of("EUR", "JPY", "KWD", "CNY");
    private static final List<String> RATES = List.of("0", "7", "7.7", "19", "25");
    private static final int SEEDS = 30;
    private static final int STEPS = 30;

    private enum Step {
        DEPOSIT, CARD, CASH, CANCEL_LINE, CANCEL_PART, SPLIT, AMEND, SHIP, RETURN, REFUND, CANCEL
    }

    private final Map<Step, Integer> done = new EnumMap<>(Step.class);
    private final Map<String, Integer> refused = new TreeMap<>();
    private Shop shop;
    private Random random;

    @TestTemplate
    void linesAreTheHeaderAndTheHeaderIsWhatWasPaidAndIsOpen(TestDatabase db) {
        shop = new Shop(db);
        shop.real = new OrderDomain(db.tx("order"), db.outbox());
        shop.policy.change(Shop.ALL, new Rules(30, 90, List.of(), BigDecimal.ZERO, true, null));
        for (int seed = 1; seed <= SEEDS; seed++) {
            random = new Random(seed);
            long id = shop.real.entry.place(Shop.ALL, entered(CURRENCIES.get(seed % CURRENCIES.size()))).id();
            shop.pay.heard(id, "order.placed");
            holds(id, "seed " + seed + " placed");
            for (int i = 0; i < STEPS; i++) {
                Step step = Step.values()[random.nextInt(random.nextInt(6) == 0 ? Step.values().length : Step.values().length - 1)];
                String at = "seed " + seed + " step " + i + " " + step;
                try {
                    run(step, order(id));
                    done.merge(step, 1, Integer::sum);
                } catch (AmphoraException.Refused | AmphoraException.Invalid | AmphoraException.NotFound e) {
                    refused.merge(step + " " + e.problems().get(0).code(), 1, Integer::sum);
                }
                shop.pay.heard(id, "order.changed");
                holds(id, at);
            }
        }
        assertThat(done.keySet()).as("done " + done + ", refused " + refused).containsAll(Set.of(Step.values()));
    }

    private NewOrder entered(String currency) {
        List<NewOrder.Line> lines = new ArrayList<>();
        for (int i = 0; i < 2 + random.nextInt(5); i++) {
            String sku = random.nextInt(5) == 0 ? "KIT-1" : "SKU-" + (1 + random.nextInt(4));
            Discount off = switch (random.nextInt(4)) {
                case 0 -> Discount.percent(random.nextInt(40) + ".5");
                case 1 -> new Discount(null, amount(currency, 300));
                default -> null;
            };
            lines.add(new NewOrder.Line(sku, BigDecimal.valueOf(1 + random.nextInt(6)), amount(currency, 9_999), off, rate(), null));
        }
        List<NewOrder.Charge> charges = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            charges.add(new NewOrder.Charge(i == 1 ? ChargeType.SHIPPING : ChargeType.HANDLING, null, amount(currency, 900), rate()));
        }
        Discount whole = switch (random.nextInt(3)) {
            case 0 -> Discount.percent(Integer.toString(1 + random.nextInt(30)));
            case 1 -> new Discount(null, amount(currency, 200));
            default -> null;
        };
        return new NewOrder("rest", null, 7L, null, currency, null, null, null, lines, null, whole, charges, random.nextBoolean());
    }

    private BigDecimal rate() {
        return random.nextInt(3) == 0 ? null : new BigDecimal(RATES.get(random.nextInt(RATES.size())));
    }

    private BigDecimal amount(String currency, int most) {
        return BigDecimal.valueOf(1 + random.nextInt(most), Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits()));
    }

    private Order order(long id) {
        return shop.real.queries.find(Shop.ALL, id);
    }

    private void run(Step step, Order o) {
        switch (step) {
            case DEPOSIT -> shop.pay.desk.add(Shop.ALL, o.id(), new NewPayment(random.nextBoolean() ? PaymentKind.DEPOSIT : PaymentKind.PART, PaymentMethod.OPEN, null,
                    amount(o.total().currency().getCurrencyCode(), 4_000), null, null), null);
            case CARD -> card(o);
            case CASH -> receive(o);
            case CANCEL_LINE -> shop.real.actions.cancel(Shop.ALL, o.id(), o.version(), Set.of(any(o).id()), "not wanted");
            case CANCEL_PART -> shop.real.actions.cancelPart(Shop.ALL, o.id(), o.version(), any(o).id(), BigDecimal.ONE, "fewer");
            case SPLIT -> shop.real.actions.split(Shop.ALL, o.id(), o.version(), any(o).id(), BigDecimal.ONE);
            case AMEND -> amend(o);
            case SHIP -> ship(o);
            case RETURN -> giveBack(o);
            case REFUND -> refund(o);
            case CANCEL -> shop.real.actions.cancel(Shop.ALL, o.id(), o.version(), Set.of(), "all of it");
        }
    }

    private static AmphoraException.NotFound nothing(Order o) {
        return new AmphoraException.NotFound("anything to do for order", o.number());
    }

    private Order.Line any(Order o) {
        return o.lines().get(random.nextInt(o.lines().size()));
    }

    private void card(Order o) {
        PaymentPosition p = shop.pay.payments.position(Shop.ALL, o.id());
        Payment due = p.payments().stream().filter(x -> x.state() == PaymentState.DUE).findFirst().orElseThrow(() -> nothing(o));
        Payment set = shop.pay.desk.authorise(Shop.ALL, due.id(), due.version(), "cards", null);
        if (random.nextBoolean()) {
            shop.pay.desk.capture(Shop.ALL, set.id(), set.version(), null, null);
        }
    }

    private void receive(Order o) {
        List<Payment> all = shop.pay.payments.position(Shop.ALL, o.id()).payments().stream().filter(p -> p.state() == PaymentState.DUE).toList();
        if (all.isEmpty()) {
            throw nothing(o);
        }
        Payment p = all.get(random.nextInt(all.size()));
        BigDecimal some = random.nextBoolean() ? null : amount(o.total().currency().getCurrencyCode(), 5_000);
        shop.pay.desk.receive(Shop.ALL, p.id(), p.version(), random.nextBoolean() ? PaymentMethod.CASH : PaymentMethod.BANK_TRANSFER, some, null, null);
    }

    private void amend(Order o) {
        String currency = o.total().currency().getCurrencyCode();
        List<Amendment.Line> lines = new ArrayList<>(o.lines().stream().filter(Order.Line::isLive)
                .map(l -> new Amendment.Line(l.id(), l.sku(), random.nextInt(3) == 0 ? l.quantity().add(BigDecimal.ONE) : l.quantity(), l.unitPrice().amount())).toList());
        if (random.nextBoolean()) {
            lines.add(new Amendment.Line(null, "SKU-3", BigDecimal.valueOf(1 + random.nextInt(3)), amount(currency, 5_000)));
        }
        shop.real.amendments.amend(Shop.ALL, o.id(), o.version(), new Amendment(o.reference(), o.shipTo(), o.wishedDate(), o.note(), lines,
                random.nextBoolean() ? null : new Amendment.Pricing(Discount.percent("3"), List.of(new NewOrder.Charge(ChargeType.OTHER, "x", amount(currency, 500), rate())))), "more");
    }

    /** Some lines one or more steps further. */
    private void ship(Order o) {
        Set<Long> some = random.nextInt(8) == 0 ? Set.of() : Set.of(any(o).id());
        Order next = o.lines().stream().anyMatch(l -> l.status() == LineStatus.APPROVED) ? shop.real.actions.assign(Shop.ALL, o.id(), o.version(), 1, null, null) : o;
        next = shop.real.actions.pick(Shop.ALL, o.id(), next.version(), some);
        next = shop.real.actions.ship(Shop.ALL, o.id(), next.version(), some, null, null);
        shop.real.actions.deliver(Shop.ALL, o.id(), next.version(), some);
    }

    private void giveBack(Order o) {
        List<Order.Line> left = o.lines().stream().filter(l -> l.status() == LineStatus.DELIVERED).toList();
        if (left.isEmpty()) {
            throw nothing(o);
        }
        Order.Line l = left.get(random.nextInt(left.size()));
        BigDecimal quantity = random.nextInt(3) == 0 ? l.quantity() : BigDecimal.ONE.min(l.quantity());
        Return r = shop.desk.request(Shop.ALL, o.id(), new NewReturn(ReturnKind.RETURN, null, null, null, List.of(new NewLine(l.id(), quantity, "UNWANTED", null))), null);
        r = shop.inspected(shop.received(shop.desk.approve(Shop.ALL, r.id(), r.version(), null)), Disposition.SCRAP);
        ReturnOutcome outcome = List.of(ReturnOutcome.REFUND, ReturnOutcome.STORE_CREDIT, ReturnOutcome.REPLACEMENT, ReturnOutcome.EXCHANGE).get(random.nextInt(4));
        List<NewOrder.Line> goods = outcome == ReturnOutcome.EXCHANGE ? List.of(new NewOrder.Line("SKU-2", BigDecimal.ONE, amount(o.total().currency().getCurrencyCode(), 3_000))) : null;
        BigDecimal fee = random.nextInt(3) == 0 ? new BigDecimal(1) : null;
        Return settled = shop.desk.settle(Shop.ALL, r.id(), r.version(), new NewSettlement(outcome, null, null, fee, false, goods, null));
        assertThat(settled.state()).isEqualTo(ReturnState.COMPLETED);
        if (outcome == ReturnOutcome.EXCHANGE) {
            shop.pay.heard(settled.settlement().newOrderId(), "order.placed");
            holds(settled.settlement().newOrderId(), "order of exchange");
        }
    }

    /** What was paid too much. */
    private void refund(Order o) {
        PaymentPosition p = shop.pay.payments.position(Shop.ALL, o.id());
        BigDecimal over = p.open().amount().negate();
        Payment x = p.payments().stream().filter(c -> over.signum() > 0 && c.refundable().amount().signum() > 0).findFirst().orElseThrow(() -> nothing(o));
        shop.pay.desk.refund(Shop.ALL, x.id(), x.version(), x.refundable().amount().min(over), random.nextBoolean(), "too much", null);
    }

    private void holds(long id, String at) {
        Order o = order(id);
        Money lines = o.lines().stream().filter(Order.Line::isLive).map(Order.Line::payable).reduce(Money.zero(o.total().currency()), Money::plus);
        boolean live = o.lines().stream().anyMatch(Order.Line::isLive);
        Money charges = live ? o.charges().stream().map(c -> c.payable()).reduce(Money.zero(o.total().currency()), Money::plus) : Money.zero(o.total().currency());
        assertThat(lines.plus(charges).amount()).as(at + ": lines and charges are the header").isEqualByComparingTo(o.total().amount());
        PaymentPosition p = shop.pay.payments.position(Shop.ALL, id);
        assertThat(p.total().amount()).as(at + ": what is owed is the header").isEqualByComparingTo(o.total().rounded().amount());
        assertThat(p.paid().minus(p.refunded()).plus(p.credited()).plus(p.open())).as(at + ": header = payments + open").isEqualTo(p.total());
        assertThat(p.refunded()).as(at).isLessThanOrEqualTo(p.paid());
        assertThat(p.credited()).as(at).isLessThanOrEqualTo(p.total());
        BigDecimal due = p.payments().stream().filter(x -> x.state() == PaymentState.DUE).map(x -> x.amount().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(due).as(at + ": due is what is open and not set aside").isEqualByComparingTo(p.open().minus(p.authorised()).amount().max(BigDecimal.ZERO));
        for (Payment one : p.payments()) {
            assertThat(one.refunded().plus(one.refunding())).as(at).isLessThanOrEqualTo(one.captured());
            assertThat(one.amount().rounded()).as(at).isEqualTo(one.amount());
        }
    }
}
