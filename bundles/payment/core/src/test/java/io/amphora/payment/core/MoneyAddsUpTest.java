package io.amphora.payment.core;

import static io.amphora.payment.core.Desk.BY;
import static org.assertj.core.api.Assertions.assertThat;

import io.amphora.common.AmphoraException;
import io.amphora.common.Money;
import io.amphora.order.api.OrderStatus;
import io.amphora.payment.api.GatewayAnswer;
import io.amphora.payment.api.Payment;
import io.amphora.payment.api.PaymentDesk.NewPayment;
import io.amphora.payment.api.PaymentKind;
import io.amphora.payment.api.PaymentMethod;
import io.amphora.payment.api.PaymentPosition;
import io.amphora.payment.api.PaymentState;
import io.amphora.payment.core.store.PaymentEntities;
import io.amphora.platform.test.BothDatabases;
import io.amphora.platform.test.TestDatabase;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.TestTemplate;

/** Whatever is done in whatever order: the sums are exact, and never is more given back than was paid. */
@BothDatabases(PaymentEntities.class)
class MoneyAddsUpTest {
    private static final List<String> CURRENCIES = List.of("EUR", "JPY", "KWD", "USD", "CNY");
    private static final int STEPS = 25;

    private Desk d;
    private Random random;

    @TestTemplate
    void overRandomPaymentsRefundsAndChanges(TestDatabase db) {
        db.clear();
        d = new Desk(db);
        for (int seed = 1; seed <= 15; seed++) {
            random = new Random(seed);
            String currency = CURRENCIES.get(seed % CURRENCIES.size());
            d.orders.add(seed, amount(currency, 100_000).toPlainString(), currency);
            d.heard(seed, "order.placed");
            BigDecimal in = BigDecimal.ZERO;
            BigDecimal out = BigDecimal.ZERO;
            for (int i = 0; i < STEPS; i++) {
                BigDecimal[] moved = step(seed, currency);
                in = in.add(moved[0]);
                out = out.add(moved[1]);
                holds(d.position(seed), in, out, "seed " + seed + " step " + i);
            }
        }
    }

    private void holds(PaymentPosition p, BigDecimal in, BigDecimal out, String at) {
        assertThat(p.paid().amount()).as(at).isEqualByComparingTo(in);
        assertThat(p.refunded().amount()).as(at).isEqualByComparingTo(out).isLessThanOrEqualTo(in);
        assertThat(p.credited().plus(p.paid()).minus(p.refunded()).plus(p.open())).as(at).isEqualTo(p.total());
        for (Payment one : p.payments()) {
            assertThat(one.refunded().plus(one.refunding())).as(at).isLessThanOrEqualTo(one.captured());
            assertThat(one.amount().rounded()).as(at).isEqualTo(one.amount());
        }
        BigDecimal due = p.payments().stream().filter(x -> x.state() == PaymentState.DUE).map(x -> x.amount().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(due).as(at + ": due is what is open and not set aside").isEqualByComparingTo(p.open().minus(p.authorised()).amount().max(BigDecimal.ZERO));
    }

    /** @return what came in, what went out */
    private BigDecimal[] step(long order, String currency) {
        BigDecimal[] moved = {BigDecimal.ZERO, BigDecimal.ZERO};
        List<Payment> payments = d.position(order).payments();
        Payment p = payments.get(random.nextInt(payments.size()));
        BigDecimal amount = random.nextInt(3) == 0 ? null : amount(currency, 60_000);
        d.behaviour = random.nextInt(4) == 0 ? (a, r) -> GatewayAnswer.declined("no") : (a, r) -> GatewayAnswer.approved(a);
        Money before = p.captured();
        Money gone = p.refunded();
        try {
            switch (random.nextInt(8)) {
                case 0 -> d.desk.add(BY, order, new NewPayment(PaymentKind.DEPOSIT, PaymentMethod.CASH, null, amount, null, null), null);
                case 1 -> d.desk.authorise(BY, p.id(), p.version(), "test", null);
                case 2 -> d.desk.capture(BY, p.id(), p.version(), amount, null);
                case 3 -> d.desk.receive(BY, p.id(), p.version(), PaymentMethod.BANK_TRANSFER, amount, null, null);
                case 4 -> d.desk.cancel(BY, p.id(), p.version(), "no", null);
                case 5, 6 -> d.desk.refund(BY, p.id(), p.version(), amount, random.nextBoolean(), "back", null);
                default -> changed(order, currency);
            }
        } catch (AmphoraException.Refused | AmphoraException.Invalid e) {
            return moved;
        }
        Payment now = d.payments.find(BY, p.id());
        moved[0] = now.captured().minus(before).amount();
        moved[1] = now.refunded().minus(gone).amount();
        return moved;
    }

    private void changed(long order, String currency) {
        d.orders.set(order, "total", Money.of(amount(currency, 100_000), currency));
        d.orders.set(order, "status", OrderStatus.ASSIGNED);
        d.heard(order, "order.amended");
    }

    private BigDecimal amount(String currency, int most) {
        return BigDecimal.valueOf(1 + random.nextInt(most), java.util.Currency.getInstance(currency).getDefaultFractionDigits());
    }
}
