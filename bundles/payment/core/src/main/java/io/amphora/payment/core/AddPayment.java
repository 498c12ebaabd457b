package io.amphora.payment.core;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.common.Problems;
import io.amphora.payment.api.Payment;
import io.amphora.payment.api.PaymentDesk.NewPayment;
import io.amphora.payment.api.PaymentKind;
import io.amphora.payment.api.PaymentMethod;
import io.amphora.payment.api.PaymentPosition;
import io.amphora.payment.api.PaymentState;
import io.amphora.payment.api.PaymentTerms;
import io.amphora.payment.core.Accounts.Held;
import io.amphora.payment.core.gateway.ActiveGateway;
import io.amphora.payment.core.gateway.GatewayBook;
import io.amphora.payment.core.store.AccountEntity;
import io.amphora.payment.core.store.PaymentEntity;
import io.amphora.payment.core.store.PaymentRows;
import io.amphora.platform.api.Tx;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Payments to come: deposits and parts, and the terms of the rest. */
@Component(service = AddPayment.class)
public final class AddPayment {
    private final Tx tx;
    private final Accounts accounts;
    private final GatewayBook gateways;
    private final PaymentLog log;
    private final Positions positions;
    private final PrepaidHolds prepaid;

    @Activate
    public AddPayment(@Reference(target = "(domain=payment)") Tx tx, @Reference Accounts accounts, @Reference GatewayBook gateways, @Reference PaymentLog log, @Reference Positions positions, @Reference PrepaidHolds prepaid) {
        this.tx = tx;
        this.accounts = accounts;
        this.gateways = gateways;
        this.log = log;
        this.positions = positions;
        this.prepaid = prepaid;
    }

    Payment add(Actor by, long orderId, NewPayment wanted, String key) {
        return Steps.again(() -> tx.callWithRetry(em -> {
            Held held = accounts.hold(em, orderId);
            String print = Requests.hash("ADD|" + orderId + "|" + wanted);
            String request = key == null ? UUID.randomUUID().toString() : Steps.requestKey(by, key);
            Optional<PaymentEntity> before = PaymentRows.ofRequest(em, request);
            if (before.isPresent()) {
                Steps.same(before.get().requestPrint(), print);
                return before.get().toPayment();
            }
            PaymentEntity p = checked(em, held, wanted, by);
            p.requested(request, print);
            em.persist(p);
            accounts.settle(em, held, by.name(), Accounts.now());
            log.say(p, "added", p.amount(), by.name());
            em.flush();
            return p.toPayment();
        }));
    }

    private PaymentEntity checked(EntityManager em, Held held, NewPayment wanted, Actor by) {
        if (held.order().historic() || held.stopped()) {
            throw new AmphoraException.Refused(held.order().historic() ? Problem.of("", "payment.line.historic", "order {0} is of the past", held.order().number())
                    : Problem.of("", "payment.order-closed", "order {0} takes no payments: it is {1}", held.order().number(), held.order().status()));
        }
        Problems problems = new Problems();
        problems.check(wanted.kind() == PaymentKind.DEPOSIT || wanted.kind() == PaymentKind.PART, "kind", "payment.kind", "must be one of DEPOSIT, PART");
        String note = problems.optionalText("note", wanted.note(), 1000);
        BigDecimal free = free(em, held);
        BigDecimal amount = free.signum() <= 0 ? BigDecimal.ZERO : Amounts.checked(problems, wanted.amount(), free, held.account().currency());
        ActiveGateway gateway = gateway(problems, wanted);
        problems.throwIfAny();
        if (amount.compareTo(free) > 0 || free.signum() <= 0) {
            throw new AmphoraException.Refused(Problem.of("amount", "payment.too-much", "only {0} {1} of order {2} are open", free.max(BigDecimal.ZERO).stripTrailingZeros().toPlainString(),
                    held.account().currency(), held.order().number()));
        }
        LocalDate dueOn = wanted.dueOn() == null ? held.account().dueOn() : wanted.dueOn();
        PaymentEntity p = new PaymentEntity(held.account(), wanted.kind(), wanted.method() == null ? PaymentMethod.OPEN : wanted.method(), amount, dueOn, note, by.name(), Accounts.now());
        if (gateway != null) {
            p.through(gateway.id(), gateway.title(Locale.ENGLISH));
        }
        return p;
    }

    private ActiveGateway gateway(Problems problems, NewPayment wanted) {
        if (wanted.method() != PaymentMethod.GATEWAY) {
            return null;
        }
        Optional<ActiveGateway> gateway = gateways.find(String.valueOf(wanted.gatewayId()));
        problems.check(gateway.isPresent(), "gateway", "payment.gateway-unknown", "there is no payment gateway {0}", String.valueOf(wanted.gatewayId()));
        return gateway.orElse(null);
    }

    /** What no deposit, part or gateway covers yet. */
    private static BigDecimal free(EntityManager em, Held held) {
        List<PaymentEntity> payments = PaymentRows.ofOrder(em, held.account().orderId());
        return payments.stream().filter(p -> p.state() == PaymentState.AUTHORISED || p.pendingStep() != null && !p.state().received()
                || p.state() == PaymentState.DUE && p.kind() != PaymentKind.BALANCE).map(PaymentEntity::amount).reduce(Accounts.open(held, payments), BigDecimal::subtract);
    }

    PaymentPosition terms(Actor by, long orderId, long version, PaymentTerms terms) {
        if (terms == null) {
            throw new AmphoraException.Invalid(Problem.of("terms", "required", "must not be empty"));
        }
        return Steps.again(() -> tx.callWithRetry(em -> {
            Optional<AccountEntity> account = PaymentRows.lockedAccount(em, orderId);
            long found = account.map(AccountEntity::version).orElse(0L);
            if (found != version) {
                throw new AmphoraException.Stale("payments of order", account.map(AccountEntity::orderNumber).orElse("#" + orderId), version, found);
            }
            Held held = accounts.hold(em, orderId);
            Instant now = Accounts.now();
            held.account().terms(terms);
            accounts.settle(em, held, by.name(), now);
            log.terms(orderId, held.order().number(), terms.name(), by.name());
            em.flush();
            prepaid.follow(orderId);
            return positions.position(em, held.order());
        }));
    }
}
