package io.amphora.fulfilment.api;

/** Where a wave or a pick list stands. How it gets from one to the other: {@link PickAction}. */
public enum PickState {
    /** Nobody has begun. */
    OPEN, PICKING, PICKED, CANCELLED;

    /** Whether nothing more happens to it. */
    public boolean isFinal() {
        return this == PICKED || this == CANCELLED;
    }
}
