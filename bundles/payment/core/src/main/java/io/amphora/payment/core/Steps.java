package io.amphora.payment.core;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.payment.api.Payment;
import io.amphora.payment.api.PaymentAction;
import io.amphora.payment.api.PaymentMethod;
import io.amphora.payment.api.PaymentState;
import io.amphora.payment.core.Accounts.Held;
import io.amphora.payment.core.gateway.ActiveGateway;
import io.amphora.payment.core.gateway.GatewayBook;
import io.amphora.payment.core.store.PaymentEntity;
import io.amphora.payment.core.store.PaymentRows;
import io.amphora.payment.core.store.StepEntity;
import io.amphora.platform.api.Duplicates;
import io.amphora.platform.api.Tx;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Writes down what is to be done with a payment, and what came of it. Between the two stands the gateway, outside any transaction: see {@link GatewayCalls}.
 */
@Component(service = Steps.class)
public final class Steps {
    /** Longer than a gateway may take: only then somebody else may ask. */
    static final Duration LEASE = Duration.ofSeconds(30);

    /**
     * What somebody wants.
     *
     * @param amount  null means all there is
     * @param gateway that the payment shall run through; null means the one it has
     * @param byHand  no gateway is asked
     * @param money   how it came, for money that came without a gateway
     * @param key     of the caller, null for none
     * @param later   the gateway is asked by another thread
     */
    record Wish(Actor by, PaymentAction action, BigDecimal amount, String gateway, boolean byHand, Money money, String reason, String key, boolean later) {
        static Wish of(Actor by, PaymentAction action, BigDecimal amount, String reason, String key) {
            return new Wish(by, action, amount, null, false, null, reason, key, false);
        }

        Wish through(String wanted) {
            return new Wish(by, action, amount, wanted, byHand, money, reason, key, later);
        }

        Wish handled(boolean without) {
            return new Wish(by, action, amount, gateway, without, money, reason, key, later);
        }

        Wish come(PaymentMethod method, String reference) {
            return new Wish(by, action, amount, gateway, true, new Money(method, reference), reason, key, later);
        }

        Wish slowly() {
            return new Wish(by, action, amount, gateway, byHand, money, reason, key, true);
        }

        private String print(long paymentId) {
            return Requests.hash(paymentId + "|" + action + "|" + (amount == null ? "" : amount.stripTrailingZeros().toPlainString()) + "|" + gateway + "|" + byHand + "|" + money);
        }
    }

    /** How money came. */
    record Money(PaymentMethod method, String reference) {
    }

    /** @param step to ask a gateway about, null if there is nothing to ask */
    record Begun(Payment payment, Long step) {
    }

    private final Tx tx;
    private final Accounts accounts;
    private final GatewayBook gateways;
    private final Outcomes outcomes;

    @Activate
    public Steps(@Reference(target = "(domain=payment)") Tx tx, @Reference Accounts accounts, @Reference GatewayBook gateways, @Reference Outcomes outcomes) {
        this.tx = tx;
        this.accounts = accounts;
        this.gateways = gateways;
        this.outcomes = outcomes;
    }

    /** Two may meet at the first payment of an order, or with one key: the second finds what the first did. */
    static <R> R again(Supplier<R> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            if (Duplicates.caused(e)) {
                return work.get();
            }
            throw e;
        }
    }

    /** @param version the caller saw, null for whatever it is at */
    Begun begin(long id, Long version, Wish wish) {
        return again(() -> tx.callWithRetry(em -> {
            Held held = accounts.hold(em, PaymentRows.orderOf(em, id));
            PaymentEntity p = PaymentRows.require(em, id);
            if (replayed(em, id, wish).isPresent()) {
                return new Begun(p.toPayment(), null);
            }
            if (version != null && p.version() != version) {
                throw new AmphoraException.Stale("payment for order", p.orderNumber(), version, p.version());
            }
            allowed(p, wish.action());
            StepEntity step = wanted(p, wish, Accounts.open(held, PaymentRows.ofOrder(em, p.orderId())));
            em.persist(step);
            if (step.gatewayId() == null) {
                byHand(em, held, p, step, wish);
            } else {
                step.lease(wish.later() ? Accounts.now() : Accounts.now().plus(LEASE));
                p.awaits(step, Accounts.now());
                accounts.settle(em, held, wish.by().name(), Accounts.now());
            }
            em.flush();
            return new Begun(p.toPayment(), step.gatewayId() == null || wish.later() ? null : step.id());
        }));
    }

    private void byHand(EntityManager em, Held held, PaymentEntity p, StepEntity step, Wish wish) {
        if (wish.money() != null) {
            p.by(wish.money().method());
        }
        outcomes.ended(em, held, p, step, true, wish.money() == null ? null : wish.money().reference(), null, wish.by().name());
    }

    private static Optional<StepEntity> replayed(EntityManager em, long id, Wish wish) {
        Optional<StepEntity> before = wish.key() == null ? Optional.empty() : PaymentRows.stepOfRequest(em, requestKey(wish.by(), wish.key()));
        before.ifPresent(s -> same(s.requestPrint(), wish.print(id)));
        return before;
    }

    /** @throws AmphoraException.Invalid if they are not of the same request */
    static void same(String before, String now) {
        if (!before.equals(now)) {
            throw new AmphoraException.Invalid(Problem.of("Idempotency-Key", "payment.key-reused", "the key came before with something else"));
        }
    }

    static String requestKey(Actor by, String key) {
        return Requests.hash(by.name() + "|" + key);
    }

    static void allowed(PaymentEntity p, PaymentAction action) {
        if (p.pendingStep() != null) {
            throw new AmphoraException.Refused(Problem.of("", "payment.pending", "the payment for order {0} waits for an answer", p.orderNumber()));
        }
        if (!action.appliesTo(p.state())) {
            throw new AmphoraException.Refused(Problem.of("", "payment.illegal", "{0} is not possible: the payment for order {1} is {2}; possible now: {3}", action, p.orderNumber(),
                    p.state(), List.copyOf(new TreeSet<>(PaymentAction.nextOf(p.state())))));
        }
    }

    /** The step as a row; its gateway is null where none is to be asked. @param owed for the order, below zero if it is to be given back */
    private StepEntity wanted(PaymentEntity p, Wish w, BigDecimal owed) {
        String gateway = reachable(gateway(p, w), w);
        if (gateway != null && !w.later()) {
            require(p, gateway, w);
        }
        String key = UUID.randomUUID().toString();
        Instant now = Accounts.now();
        return new StepEntity(p, w.action(), PaymentChecks.amount(p, w.action(), w.amount(), owed), gateway, key, w.key() == null ? key : requestKey(w.by(), w.key()), w.print(p.id()), w.reason(),
                w.by().name(), now);
    }

    private static String gateway(PaymentEntity p, Wish w) {
        return switch (w.action()) {
            case RECEIVE -> null;
            // nothing is set aside that a gateway could let go of
            case CANCEL -> p.state() == PaymentState.AUTHORISED && !w.byHand() ? p.gatewayId() : null;
            case REFUND -> w.byHand() ? null : p.gatewayId();
            case AUTHORISE -> required(w.gateway() == null ? p.gatewayId() : w.gateway());
            case CAPTURE -> p.gatewayId();
        };
    }

    /** A gateway that is gone can let go of nothing: then the person who gives the payment up sees to it. */
    private String reachable(String gateway, Wish w) {
        return gateway != null && w.action() == PaymentAction.CANCEL && !w.later() && gateways.find(gateway).isEmpty() ? null : gateway;
    }

    private static String required(String gateway) {
        if (gateway == null || gateway.isBlank()) {
            throw new AmphoraException.Invalid(Problem.of("gateway", "required", "must not be empty"));
        }
        return gateway;
    }

    /** Asking would be in vain: better say so than begin. */
    private void require(PaymentEntity p, String id, Wish w) {
        ActiveGateway gateway = gateways.find(id).orElseThrow(() -> new AmphoraException.Refused(Problem.of("gateway", "payment.gateway-absent",
                "the payment gateway {0} is not there; a refund can be made by hand", id)));
        if (gateway.resting()) {
            throw new AmphoraException.Refused(Problem.of("gateway", "payment.gateway-resting", "the payment gateway {0} does not answer at the moment", id));
        }
        if (w.action() == PaymentAction.AUTHORISE) {
            p.through(id, gateway.title(Locale.ENGLISH));
        }
    }
}
