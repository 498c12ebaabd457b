package io.amphora.order.api;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What can be done to the lines of an order: the one transition table. An action takes lines that stand in one of
 * {@link #from} to {@link #to}; anything else is refused with the reason.
 */
public enum OrderAction {
    SUBMIT("order.enter", LineStatus.IN_REVIEW, LineStatus.DRAFT),
    APPROVE("order.review", LineStatus.APPROVED, LineStatus.IN_REVIEW),
    REJECT("order.review", LineStatus.REJECTED, LineStatus.IN_REVIEW),
    ASSIGN("order.assign", LineStatus.ASSIGNED, LineStatus.APPROVED, LineStatus.ASSIGNED),
    PICK("order.fulfil", LineStatus.PICKED, LineStatus.ASSIGNED),
    SHIP("order.fulfil", LineStatus.SHIPPED, LineStatus.PICKED),
    DELIVER("order.fulfil", LineStatus.DELIVERED, LineStatus.SHIPPED),
    /** What had left came back without having arrived. */
    COME_BACK("order.fulfil", LineStatus.CANCELLED, LineStatus.SHIPPED),
    /** What had left is given up: it neither arrives nor comes back. */
    LOSE("order.fulfil", LineStatus.CANCELLED, LineStatus.SHIPPED),
    COMPLETE("order.complete", LineStatus.COMPLETED, LineStatus.DELIVERED),
    CANCEL("order.cancel", LineStatus.CANCELLED, LineStatus.DRAFT, LineStatus.IN_REVIEW, LineStatus.APPROVED, LineStatus.ASSIGNED, LineStatus.PICKED);

    private final String permission;
    private final LineStatus to;
    private final Set<LineStatus> from;

    OrderAction(String permission, LineStatus to, LineStatus... from) {
        this.permission = permission;
        this.to = to;
        this.from = EnumSet.copyOf(List.of(from));
    }

    /** Who may do it. */
    public String permission() {
        return permission;
    }

    public LineStatus to() {
        return to;
    }

    public Set<LineStatus> from() {
        return Set.copyOf(from);
    }

    public boolean appliesTo(LineStatus status) {
        return from.contains(status);
    }

    /** Whether it applies to a line that waits for stock. */
    public boolean withoutStock() {
        return this != ASSIGN && this != PICK;
    }

    /** What can be done next with a line that stands here. */
    public static List<OrderAction> nextOf(LineStatus status) {
        return List.of(values()).stream().filter(a -> a.appliesTo(status)).toList();
    }
}
