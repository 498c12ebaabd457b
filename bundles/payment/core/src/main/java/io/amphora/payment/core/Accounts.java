package io.amphora.payment.core;

import io.amphora.common.Actor;
import io.amphora.common.Money;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderQueries;
import io.amphora.order.api.OrderRow;
import io.amphora.order.api.OrderStatus;
import io.amphora.payment.api.PaymentDesk;
import io.amphora.payment.api.PaymentKind;
import io.amphora.payment.api.PaymentMethod;
import io.amphora.payment.api.PaymentState;
import io.amphora.payment.api.PaymentTerms;
import io.amphora.payment.core.store.AccountEntity;
import io.amphora.payment.core.store.PaymentEntity;
import io.amphora.payment.core.store.PaymentRows;
import io.amphora.platform.api.Moment;
import io.amphora.platform.api.Settings;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What an order owes, written as payments that are due, and kept in step with the order. For use inside a transaction. */
@Component(service = Accounts.class)
public final class Accounts {
    /** Terms of orders of one channel: with a dot and its id behind; without, of all others. */
    static final String TERMS = "payment.terms";
    private static final Actor READER = Actor.system("payment");

    private final OrderQueries orders;
    private final Settings settings;
    private final PaymentLog log;

    @Activate
    public Accounts(@Reference OrderQueries orders, @Reference Settings settings, @Reference PaymentLog log) {
        this.orders = orders;
        this.settings = settings;
        this.log = log;
    }

    /** An order's account, locked, and the order as it is. */
    public record Held(AccountEntity account, Order order) {
        public Money total() {
            return PaymentDesk.payable(order.total());
        }

        /** Whether the order is stopped: nothing may stay set aside for it. */
        boolean stopped() {
            return order.status() == OrderStatus.CANCELLED || order.status() == OrderStatus.REJECTED;
        }
    }

    /** Nobody else changes payments of this order until the transaction ends. */
    public Held hold(EntityManager em, long orderId) {
        AccountEntity account = PaymentRows.lockedAccount(em, orderId).orElse(null);
        Order order = orders.find(READER, orderId);
        if (account == null) {
            account = new AccountEntity(orderId, order.number(), order.customerId(), PaymentDesk.payable(order.total()), termsOf(order.channel()), placedOn(order));
            em.persist(account);
            em.flush();
        }
        account.follow(PaymentDesk.payable(order.total()).amount(), placedOn(order), deliveredOn(order));
        return new Held(account, order);
    }

    /** That of an order just placed. */
    static AccountEntity of(OrderRow order, PaymentTerms terms) {
        return new AccountEntity(order.id(), order.number(), order.customerId(), PaymentDesk.payable(order.total()), terms, day(order.at()));
    }

    /** All of it is due. */
    void firstPayment(EntityManager em, AccountEntity account) {
        if (account.total().signum() > 0) {
            em.persist(new PaymentEntity(account, PaymentKind.BALANCE, method(account.terms()), account.total(), account.dueOn(), null, "system:payment", now()));
        }
    }

    PaymentTerms termsOf(String channel) {
        return settings.get(Settings.INSTALLATION, TERMS + "." + channel).or(() -> settings.get(Settings.INSTALLATION, TERMS)).map(String::strip)
                .flatMap(t -> List.of(PaymentTerms.values()).stream().filter(v -> v.name().equals(t)).findFirst()).orElse(PaymentTerms.NET_14);
    }

    private static LocalDate placedOn(Order order) {
        return day(order.placedAt() == null ? order.createdAt() : order.placedAt());
    }

    private static LocalDate deliveredOn(Order order) {
        boolean all = order.status() == OrderStatus.DELIVERED || order.status() == OrderStatus.COMPLETED;
        return all ? order.shipments().stream().map(Order.Shipment::deliveredAt).filter(java.util.Objects::nonNull).max(Comparator.naturalOrder()).map(Accounts::day).orElse(null) : null;
    }

    private static LocalDate day(Instant at) {
        return at.atZone(ZoneOffset.UTC).toLocalDate();
    }

    public static Instant now() {
        return Moment.now();
    }

    static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    /** Below zero: to give back. */
    static BigDecimal open(Held held, List<PaymentEntity> payments) {
        BigDecimal total = held.total().amount();
        return payments.stream().map(p -> p.refunded().subtract(p.captured())).reduce(total.subtract(held.account().credited(total)), BigDecimal::add);
    }

    /** Makes what is due the same as what the order owes. Drafts and the past owe nothing by themselves. */
    public void settle(EntityManager em, Held held, String by, Instant now) {
        if (held.order().historic() || held.order().status() == OrderStatus.DRAFT) {
            return;
        }
        List<PaymentEntity> payments = PaymentRows.ofOrder(em, held.account().orderId());
        giveBack(em, held, payments, by, now);
        BigDecimal owed = payments.stream().filter(Accounts::setAside).map(PaymentEntity::amount).reduce(open(held, payments), BigDecimal::subtract).max(BigDecimal.ZERO);
        List<PaymentEntity> due = payments.stream().filter(p -> p.state() == PaymentState.DUE && p.pendingStep() == null)
                .sorted(Comparator.comparing(PaymentEntity::dueOn, Comparator.nullsLast(Comparator.naturalOrder())).thenComparing(PaymentEntity::id)).toList();
        for (PaymentEntity p : due) {
            if (p.kind() != PaymentKind.BALANCE) {
                owed = owed.subtract(keep(p, p.amount().min(owed), p.dueOn(), now));
            }
        }
        PaymentEntity balance = due.stream().filter(p -> p.kind() == PaymentKind.BALANCE).findFirst().orElse(null);
        if (balance != null) {
            keep(balance, owed, held.account().dueOn(), now);
        } else if (owed.signum() > 0) {
            em.persist(new PaymentEntity(held.account(), PaymentKind.BALANCE, method(held.account().terms()), owed, held.account().dueOn(), null, by, now));
        }
    }

    /** Only where something was paid there can be something to give back. */
    private void giveBack(EntityManager em, Held held, List<PaymentEntity> payments, String by, Instant now) {
        BigDecimal open = open(held, payments);
        boolean paid = payments.stream().anyMatch(p -> p.captured().signum() > 0);
        if (paid && PaymentRows.toGiveBack(em, held.account().orderId(), open.signum() < 0, now)) {
            log.toGiveBack(held.account(), open.negate(), by);
        }
    }

    private static PaymentMethod method(PaymentTerms terms) {
        return terms == PaymentTerms.CASH_ON_DELIVERY ? PaymentMethod.CASH_ON_DELIVERY : PaymentMethod.OPEN;
    }

    /** Set aside by a gateway, or being asked for. */
    private static boolean setAside(PaymentEntity p) {
        return p.state() == PaymentState.AUTHORISED || p.pendingStep() != null && (p.state() == PaymentState.DUE || p.state() == PaymentState.FAILED);
    }

    private static BigDecimal keep(PaymentEntity p, BigDecimal amount, LocalDate dueOn, Instant now) {
        if (amount.signum() == 0) {
            p.voided(now);
        } else {
            p.ask(amount, dueOn, now);
        }
        return amount;
    }
}
