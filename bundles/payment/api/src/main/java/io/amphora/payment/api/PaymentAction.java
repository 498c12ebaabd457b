package io.amphora.payment.api;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What can be done with a payment: the one transition table. An action takes a payment that stands in one of {@link #from} to one of {@link #to};
 * anything else is refused with the reason and what is possible.
 */
public enum PaymentAction {
    /** A gateway sets the amount aside. */
    AUTHORISE("payment.take", Set.of(PaymentState.DUE, PaymentState.FAILED), Set.of(PaymentState.AUTHORISED, PaymentState.FAILED)),
    /** A gateway collects what was set aside, or a part of it; the rest lapses. */
    CAPTURE("payment.take", Set.of(PaymentState.AUTHORISED), Set.of(PaymentState.PAID)),
    /** The money came without a gateway: transfer, cash, on delivery. */
    RECEIVE("payment.take", Set.of(PaymentState.DUE, PaymentState.FAILED), Set.of(PaymentState.PAID)),
    /** Gives it up before anything was received; a gateway lets go of what was set aside. */
    CANCEL("payment.take", Set.of(PaymentState.DUE, PaymentState.AUTHORISED, PaymentState.FAILED), Set.of(PaymentState.VOIDED)),
    /** Gives back, by the gateway or by hand. */
    REFUND("payment.refund", Set.of(PaymentState.PAID, PaymentState.PARTLY_REFUNDED), Set.of(PaymentState.PARTLY_REFUNDED, PaymentState.REFUNDED));

    private final String permission;
    private final Set<PaymentState> from;
    private final Set<PaymentState> to;

    PaymentAction(String permission, Set<PaymentState> from, Set<PaymentState> to) {
        this.permission = permission;
        this.from = Set.copyOf(from);
        this.to = Set.copyOf(to);
    }

    /** Who may do it. */
    public String permission() {
        return permission;
    }

    public Set<PaymentState> from() {
        return from;
    }

    public Set<PaymentState> to() {
        return to;
    }

    public boolean appliesTo(PaymentState state) {
        return from.contains(state);
    }

    /** What can be done next with a payment that stands here. */
    public static Set<PaymentAction> nextOf(PaymentState state) {
        EnumSet<PaymentAction> next = EnumSet.noneOf(PaymentAction.class);
        List.of(values()).stream().filter(a -> a.appliesTo(state)).forEach(next::add);
        return next;
    }
}
