package io.amphora.order.core;

import io.amphora.order.api.OrderApprovals.Rule;
import io.amphora.platform.api.Tx;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Which steps of approval an order needs. The rules are read anew every few seconds: orders must not wait for them. */
@Component(service = ApprovalRules.class)
public final class ApprovalRules {
    private static final long MAX_AGE = TimeUnit.SECONDS.toNanos(3);
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private record Read(List<Rule> rules, long at) {
    }

    private final Tx tx;
    private final LongSupplier nanos;
    private volatile Read last;

    @Activate
    public ApprovalRules(@Reference(target = "(domain=order)") Tx tx) {
        this(tx, System::nanoTime);
    }

    ApprovalRules(Tx tx, LongSupplier nanos) {
        this.tx = tx;
        this.nanos = nanos;
    }

    List<NeededStep> needed(CheckedOrder order) {
        Read now = now();
        return now.rules().stream().filter(r -> holds(r, order))
                .map(r -> new NeededStep(r.id(), r.name(), r.step(), r.role(), r.person(), r.hours(), r.escalateTo())).toList();
    }

    private static boolean holds(Rule r, CheckedOrder o) {
        return (r.minTotal() == null || o.total().compareTo(r.minTotal()) >= 0)
                && (r.currency() == null || r.currency().equals(o.currency()))
                && (r.customerId() == null || Objects.equals(r.customerId(), o.customerId()))
                && (r.channel() == null || r.channel().equals(o.channel()))
                && (r.minDiscount() == null || discount(o).compareTo(r.minDiscount()) >= 0)
                && (r.maxMargin() == null || marginBelow(o, r.maxMargin()));
    }

    /** Percent below what the lines would cost at list prices; lines without one count as they are. */
    private static BigDecimal discount(CheckedOrder o) {
        BigDecimal list = o.lines().stream().map(l -> l.listPrice() == null || l.quantity() == null ? l.amount() : l.listPrice().multiply(l.quantity())).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal goods = o.money().lines().stream().map(l -> l.amount().subtract(l.discount()).subtract(l.share())).reduce(BigDecimal.ZERO, BigDecimal::add);
        return list.signum() <= 0 ? BigDecimal.ZERO : list.subtract(goods).multiply(HUNDRED).divide(list, 4, RoundingMode.HALF_UP);
    }

    /** Of the goods without tax; unknown cost is no reason to stop an order. */
    private static boolean marginBelow(CheckedOrder o, BigDecimal limit) {
        BigDecimal goods = o.money().lines().stream().map(l -> l.payable().subtract(l.tax())).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (goods.signum() <= 0 || !o.lines().stream().allMatch(l -> l.money().cost() != null && l.quantity() != null)) {
            return false;
        }
        BigDecimal cost = o.lines().stream().map(l -> l.money().cost().multiply(l.quantity())).reduce(BigDecimal.ZERO, BigDecimal::add);
        return goods.subtract(cost).multiply(HUNDRED).divide(goods, 4, RoundingMode.HALF_UP).compareTo(limit) < 0;
    }

    private Read now() {
        long now = nanos.getAsLong();
        Read r = last;
        if (r == null || now - r.at() > MAX_AGE) {
            r = new Read(tx.call(ApprovalTables::rules).stream().filter(Rule::active).toList(), now);
            last = r;
        }
        return r;
    }

    void forget() {
        last = null;
    }
}
