package io.amphora.fulfilment.api;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What can be done with a wave or a pick list: the one transition table. Anything else is refused with the reason and what is possible. */
public enum PickAction {
    /** Somebody begins; the first scan does it, too. */
    START(PickState.PICKING, PickState.OPEN),
    /** Whoever began stops; what is picked stays picked. */
    RELEASE(PickState.OPEN, PickState.PICKING),
    /** The last of it is picked or known to be missing: happens by itself. */
    FINISH(PickState.PICKED, PickState.OPEN, PickState.PICKING),
    /** What is not picked goes back to be planned again. */
    CANCEL(PickState.CANCELLED, PickState.OPEN, PickState.PICKING);

    private final PickState to;
    private final Set<PickState> from;

    PickAction(PickState to, PickState... from) {
        this.to = to;
        this.from = EnumSet.copyOf(List.of(from));
    }

    public PickState to() {
        return to;
    }

    public Set<PickState> from() {
        return EnumSet.copyOf(from);
    }

    public boolean appliesTo(PickState state) {
        return from.contains(state);
    }

    /** What can be done next with what stands here, in their order. */
    public static Set<PickAction> nextOf(PickState state) {
        EnumSet<PickAction> next = EnumSet.noneOf(PickAction.class);
        List.of(values()).stream().filter(a -> a.appliesTo(state)).forEach(next::add);
        return next;
    }
}
