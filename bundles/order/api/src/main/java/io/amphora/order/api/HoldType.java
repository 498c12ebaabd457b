package io.amphora.order.api;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Why an order is stopped, which steps that blocks, and who may release it. All other steps stay possible. */
public enum HoldType {
    /** The customer owes too much. */
    CREDIT("order.credit", OrderAction.ASSIGN, OrderAction.PICK, OrderAction.SHIP),
    /** Goods stay until they are paid. */
    PAYMENT("order.credit", OrderAction.PICK, OrderAction.SHIP),
    /** Somebody must make sure that the order is honest. */
    FRAUD("order.review", OrderAction.ASSIGN, OrderAction.PICK, OrderAction.SHIP),
    /** The address must be cleared up. */
    ADDRESS("order.hold", OrderAction.SHIP),
    /** The customer asked to wait, often until a date. */
    CUSTOMER("order.hold", OrderAction.PICK, OrderAction.SHIP),
    /** The goods must be looked for, counted or checked. */
    STOCK("order.hold", OrderAction.PICK),
    /** Anything else. */
    OTHER("order.hold", OrderAction.ASSIGN, OrderAction.PICK, OrderAction.SHIP, OrderAction.COMPLETE);

    private final String permission;
    private final Set<OrderAction> blocks;

    HoldType(String permission, OrderAction... blocks) {
        this.permission = permission;
        this.blocks = EnumSet.copyOf(List.of(blocks));
    }

    /** Who may release it. */
    public String permission() {
        return permission;
    }

    public Set<OrderAction> blocks() {
        return Set.copyOf(blocks);
    }

    public boolean blocks(OrderAction action) {
        return blocks.contains(action);
    }
}
