package io.amphora.order.api;

/** Where an order line stands. */
public enum LineStatus {
    DRAFT, IN_REVIEW, APPROVED, ASSIGNED, PICKED, SHIPPED, DELIVERED, COMPLETED, CANCELLED, REJECTED;

    /** Whether nothing more happens to it. */
    public boolean isFinal() {
        return this == COMPLETED || this == CANCELLED || this == REJECTED;
    }

    /** Whether goods are still to leave the house. */
    public boolean isBeforeShipping() {
        return compareTo(SHIPPED) < 0;
    }
}
