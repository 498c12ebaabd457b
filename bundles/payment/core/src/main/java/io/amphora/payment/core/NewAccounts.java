package io.amphora.payment.core;

import io.amphora.common.Actor;
import io.amphora.order.api.OrderQueries;
import io.amphora.order.api.OrderRow;
import io.amphora.order.api.OrderStatus;
import io.amphora.payment.api.PaymentTerms;
import io.amphora.payment.core.store.AccountEntity;
import io.amphora.payment.core.store.PaymentRows;
import io.amphora.platform.api.Duplicates;
import io.amphora.platform.api.Tx;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What orders owe that were just placed: many at once, as one by one it would cost as much as placing them. */
@Component(service = NewAccounts.class)
public final class NewAccounts {
    /** In one transaction. */
    private static final int AT_ONCE = 100;
    private static final Actor READER = Actor.system("payment");
    private static final Set<OrderStatus> ON_THE_WAY = EnumSet.of(OrderStatus.IN_REVIEW, OrderStatus.APPROVED, OrderStatus.ASSIGNED, OrderStatus.PICKED);

    private final Tx tx;
    private final OrderQueries orders;
    private final Accounts accounts;

    @Activate
    public NewAccounts(@Reference(target = "(domain=payment)") Tx tx, @Reference OrderQueries orders, @Reference Accounts accounts) {
        this.tx = tx;
        this.orders = orders;
        this.accounts = accounts;
    }

    /**
     * @param left    must be looked at one by one: somebody was there before, or they have moved on already
     * @param prepaid are to be paid in advance
     */
    record Opened(Set<Long> left, Set<Long> prepaid) {
    }

    Opened open(Collection<Long> orderIds) {
        List<Long> all = List.copyOf(orderIds);
        Opened opened = new Opened(new LinkedHashSet<>(all), new LinkedHashSet<>());
        for (int i = 0; i < all.size(); i += AT_ONCE) {
            List<AccountEntity> some = opened(all.subList(i, Math.min(all.size(), i + AT_ONCE)));
            some.forEach(a -> opened.left().remove(a.orderId()));
            some.stream().filter(a -> a.terms() == PaymentTerms.PREPAID).forEach(a -> opened.prepaid().add(a.orderId()));
        }
        return opened;
    }

    /** Somebody may have been quicker with one of them, or they are told again: too seldom to look first. */
    private List<AccountEntity> opened(List<Long> orderIds) {
        try {
            return tx.callWithRetry(em -> write(em, orderIds));
        } catch (RuntimeException e) {
            if (Duplicates.caused(e)) {
                return others(orderIds);
            }
            throw e;
        }
    }

    private List<AccountEntity> others(List<Long> orderIds) {
        try {
            return tx.callWithRetry(em -> {
                List<Long> fresh = new ArrayList<>(orderIds);
                fresh.removeAll(PaymentRows.accountsOf(em, orderIds));
                return fresh.isEmpty() ? List.of() : write(em, fresh);
            });
        } catch (RuntimeException e) {
            if (Duplicates.caused(e)) {
                return List.of();
            }
            throw e;
        }
    }

    private List<AccountEntity> write(EntityManager em, List<Long> orderIds) {
        List<OrderRow> rows = orders.rows(READER, orderIds).stream().filter(o -> !o.historic() && ON_THE_WAY.contains(o.status())).toList();
        Map<String, PaymentTerms> terms = new HashMap<>();
        List<AccountEntity> opened = rows.stream().map(o -> Accounts.of(o, terms.computeIfAbsent(o.channel(), accounts::termsOf))).toList();
        opened.forEach(em::persist);
        // the accounts first: EclipseLink knows of no relation between the two
        em.flush();
        opened.forEach(a -> accounts.firstPayment(em, a));
        return opened;
    }
}
