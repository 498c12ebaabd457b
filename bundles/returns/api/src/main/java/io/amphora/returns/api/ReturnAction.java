package io.amphora.returns.api;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What can be done with a return: the one transition table. An action takes a return that stands in one of {@link #from} to one of {@link #to}; anything else is
 * refused with the reason and what is possible.
 */
public enum ReturnAction {
    /** Lets the goods come. A claim needs none, and can be settled at once. */
    APPROVE("returns.decide", Set.of(ReturnState.REQUESTED), Set.of(ReturnState.APPROVED, ReturnState.INSPECTED)),
    REJECT("returns.decide", Set.of(ReturnState.REQUESTED), Set.of(ReturnState.REJECTED)),
    /** The customer has sent the goods. */
    SEND("returns.request", Set.of(ReturnState.APPROVED), Set.of(ReturnState.IN_TRANSIT)),
    /** Goods came, all or a part. */
    RECEIVE("returns.receive", Set.of(ReturnState.APPROVED, ReturnState.IN_TRANSIT, ReturnState.RECEIVED, ReturnState.INSPECTED), Set.of(ReturnState.RECEIVED)),
    /** Says where goods that came go. */
    INSPECT("returns.receive", Set.of(ReturnState.RECEIVED), Set.of(ReturnState.RECEIVED, ReturnState.INSPECTED)),
    /** Decides what the customer gets for it; what has to be done is done. */
    SETTLE("returns.settle", Set.of(ReturnState.INSPECTED), Set.of(ReturnState.SETTLING, ReturnState.COMPLETED)),
    /** Does again what a gateway refused, in the same way or by hand. */
    RETRY("returns.settle", Set.of(ReturnState.SETTLING), Set.of(ReturnState.SETTLING, ReturnState.COMPLETED)),
    /** Gives it up before anything came. */
    CANCEL("returns.request", Set.of(ReturnState.REQUESTED, ReturnState.APPROVED, ReturnState.IN_TRANSIT), Set.of(ReturnState.CANCELLED));

    private final String permission;
    private final Set<ReturnState> from;
    private final Set<ReturnState> to;

    ReturnAction(String permission, Set<ReturnState> from, Set<ReturnState> to) {
        this.permission = permission;
        this.from = Set.copyOf(from);
        this.to = Set.copyOf(to);
    }

    /** Who may do it. */
    public String permission() {
        return permission;
    }

    public Set<ReturnState> from() {
        return from;
    }

    public Set<ReturnState> to() {
        return to;
    }

    public boolean appliesTo(ReturnState state) {
        return from.contains(state);
    }

    /** What can be done next with a return that stands here. */
    public static Set<ReturnAction> nextOf(ReturnState state) {
        EnumSet<ReturnAction> next = EnumSet.noneOf(ReturnAction.class);
        List.of(values()).stream().filter(a -> a.appliesTo(state)).forEach(next::add);
        return next;
    }
}
