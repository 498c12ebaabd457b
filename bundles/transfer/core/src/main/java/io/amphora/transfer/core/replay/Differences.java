package io.amphora.transfer.core.replay;

import io.amphora.common.Problem;
import io.amphora.order.api.Calculation;
import io.amphora.transfer.api.PastOrder;
import io.amphora.transfer.api.PastOrder.Life;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** What an order of the past says that does not fit together: it is taken over all the same, and the review names it. */
final class Differences {
    private final List<Problem> found = new ArrayList<>();

    private Differences() {
    }

    static List<Problem> of(PastOrder o) {
        Differences d = new Differences();
        d.money(o, owed(o));
        d.dates(o.life());
        return d.found;
    }

    static Optional<Currency> currency(String code) {
        return Currency.getAvailableCurrencies().stream().filter(c -> c.getCurrencyCode().equals(code)).findFirst();
    }

    /** What it comes to here; nothing is owed without goods. */
    private static BigDecimal owed(PastOrder o) {
        if (o.lines().isEmpty()) {
            return BigDecimal.ZERO;
        }
        Calculation sums = Calculation.of(Currency.getInstance(o.currency()), true, o.lines().stream().map(l -> new Calculation.LineInput(l.unitPrice().multiply(l.quantity()), PastOrders.discount(l), null)).toList(),
                null, o.charges().stream().map(c -> new Calculation.ChargeInput(c.amount(), null)).toList());
        return sums.lines().stream().map(Calculation.LineResult::payable).reduce(BigDecimal.ZERO, BigDecimal::add)
                .add(sums.charges().stream().map(Calculation.ChargeResult::payable).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private void money(PastOrder o, BigDecimal owed) {
        if (o.total() != null && o.total().compareTo(owed) != 0) {
            add("total", "transfer.replay-total", "the source says that the total is {0}, lines and charges come to {1}", text(o.total()), text(owed));
        }
        BigDecimal paid = paid(o);
        if (!o.payments().isEmpty() && paid.compareTo(owed) != 0) {
            add("payments", "transfer.replay-paid", "payments of {0} do not equal the total of {1}", text(paid), text(owed));
        }
    }

    static BigDecimal paid(PastOrder o) {
        return o.payments().stream().map(PastOrder.Payment::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private void dates(Life l) {
        ordered("placed", l.placed(), "approved", l.approved());
        ordered("placed", l.placed(), "shipped", l.shipped());
        ordered("approved", l.approved(), "shipped", l.shipped());
        ordered("shipped", l.shipped(), "delivered", l.delivered());
        ordered("delivered", l.delivered(), "completed", l.completed());
        ordered("placed", l.placed(), "cancelled", l.cancelled());
        if (l.cancelled() != null && (l.shipped() != null || l.delivered() != null)) {
            add("life.cancelled", "transfer.replay-left", "it is cancelled although the goods had left: taken over as cancelled before");
        } else if (l.shipped() == null && (l.delivered() != null || l.completed() != null)) {
            add("life.shipped", "transfer.replay-not-shipped", "the source does not say when the goods left: taken over as left when they arrived");
        }
        if (l.cancelled() == null && l.completed() != null && l.delivered() == null) {
            add("life.delivered", "transfer.replay-not-delivered", "the source does not say when the goods arrived: taken over as arrived when the order was completed");
        }
    }

    private void ordered(String first, Instant a, String second, Instant b) {
        if (a != null && b != null && b.isBefore(a)) {
            add("life." + second, "transfer.replay-order", "{0} ({1}) is before {2} ({3}) in the source", second, b.toString(), first, a.toString());
        }
    }

    private void add(String field, String code, String pattern, Object... args) {
        found.add(Problem.of(field, code, pattern, args));
    }

    private static String text(BigDecimal amount) {
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }
}
