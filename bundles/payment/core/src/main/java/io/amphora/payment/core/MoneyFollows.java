package io.amphora.payment.core;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.amphora.common.AmphoraException;
import io.amphora.payment.api.PaymentState;
import io.amphora.payment.core.Accounts.Held;
import io.amphora.payment.core.store.AccountEntity;
import io.amphora.payment.core.store.PaymentEntity;
import io.amphora.payment.core.store.PaymentRows;
import io.amphora.platform.api.Event;
import io.amphora.platform.api.Tx;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Goods that go from one order to another take what was paid for them along: parting takes what is too much for the rest, merging takes all, with what is set aside and what was credited.
 * Doing it again moves nothing.
 */
@Component(service = MoneyFollows.class)
public final class MoneyFollows {
    private static final String BY = "system:payment";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Tx tx;
    private final Accounts accounts;
    private final PaymentLog log;

    @Activate
    public MoneyFollows(@Reference(target = "(domain=payment)") Tx tx, @Reference Accounts accounts, @Reference PaymentLog log) {
        this.tx = tx;
        this.accounts = accounts;
        this.log = log;
    }

    /** Most events tell of no such move. */
    void heard(Event event) {
        boolean merged = event.topic().equals("order.merged");
        if (!merged && !event.topic().equals("order.parted")) {
            return;
        }
        JsonNode payload = read(event);
        long self = Long.parseLong(event.key());
        if (payload.hasNonNull("into")) {
            move(self, payload.get("into").asLong(), merged);
        } else if (payload.hasNonNull("from")) {
            move(payload.get("from").asLong(), self, false);
        }
    }

    private static JsonNode read(Event event) {
        try {
            return JSON.readTree(event.payload());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(event.payload(), e);
        }
    }

    private void move(long from, long to, boolean all) {
        try {
            Steps.again(() -> tx.callWithRetry(em -> {
                Before before = before(em, from);
                // in one order, whoever asks
                Held first = accounts.hold(em, Math.min(from, to));
                Held second = accounts.hold(em, Math.max(from, to));
                moved(em, from < to ? first : second, from < to ? second : first, before, all);
                return null;
            }));
        } catch (AmphoraException.NotFound e) {
            // an order that was taken back: nothing to move
            return;
        }
    }

    /** What an order did not owe any more before it became smaller. @param letOff of that, what stays with the order unless all of it goes */
    private record Before(BigDecimal credited, BigDecimal letOff) {
    }

    private static Before before(EntityManager em, long order) {
        return PaymentRows.account(em, order).map(a -> new Before(a.credited(a.total()), a.letOff())).orElse(new Before(BigDecimal.ZERO, BigDecimal.ZERO));
    }

    private void moved(EntityManager em, Held from, Held to, Before before, boolean all) {
        Instant now = Accounts.now();
        BigDecimal letOff = before.letOff().subtract(from.account().letOff()).max(BigDecimal.ZERO);
        if (letOff.signum() > 0) {
            to.account().letOff(letOff);
        }
        BigDecimal loose = before.credited().subtract(from.account().credited(from.total().amount())).subtract(letOff);
        if (loose.signum() > 0) {
            to.account().credit(loose);
        }
        BigDecimal money = all ? whole(em, from.account(), to.account(), now) : surplus(em, from, to, now);
        em.flush();
        if (money.signum() > 0) {
            log.moved(from.account(), to.account(), money, BY);
        }
        accounts.settle(em, from, BY, now);
        accounts.settle(em, to, BY, now);
    }

    /** Of an order that is empty now. What a gateway is being asked stays where it was asked. @return what was received and not given back */
    private static BigDecimal whole(EntityManager em, AccountEntity from, AccountEntity to, Instant now) {
        List<PaymentEntity> payments = PaymentRows.ofOrder(em, from.orderId()).stream().filter(p -> p.pendingStep() == null && (p.state() == PaymentState.AUTHORISED || p.captured().signum() > 0)).toList();
        payments.forEach(p -> p.moved(to, now));
        return payments.stream().map(p -> p.state() == PaymentState.AUTHORISED ? p.amount() : p.captured().subtract(p.refunded())).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What is too much for the one goes to the other, as far as that one owes. @return how much */
    private static BigDecimal surplus(EntityManager em, Held from, Held to, Instant now) {
        List<PaymentEntity> payments = new ArrayList<>(PaymentRows.ofOrder(em, from.account().orderId()));
        BigDecimal most = Accounts.open(from, payments).negate().min(Accounts.open(to, PaymentRows.ofOrder(em, to.account().orderId()))).max(BigDecimal.ZERO);
        BigDecimal left = most;
        payments.sort(Comparator.comparing(PaymentEntity::id).reversed());
        for (PaymentEntity p : payments) {
            BigDecimal part = p.pendingStep() == null ? p.refundable().min(left).max(BigDecimal.ZERO) : BigDecimal.ZERO;
            if (part.signum() > 0) {
                left = left.subtract(part);
                if (part.compareTo(p.captured()) == 0) {
                    p.moved(to.account(), now);
                } else {
                    em.persist(p.parted(to.account(), part, BY, now));
                }
            }
        }
        return most.subtract(left);
    }
}
