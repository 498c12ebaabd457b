package io.amphora.returns.api;

/** Where a return stands. */
public enum ReturnState {
    REQUESTED, APPROVED, IN_TRANSIT,
    /** Goods came, and not all of them are inspected. */
    RECEIVED,
    /** All that came is inspected, or nothing has to come: it can be settled. */
    INSPECTED,
    /** What was decided is being done; a gateway or a person still has to answer. */
    SETTLING, COMPLETED, REJECTED, CANCELLED;

    /** Whether nothing more happens to it. */
    public boolean isFinal() {
        return this == COMPLETED || this == REJECTED || this == CANCELLED;
    }

    /** Whether it keeps its quantities from being asked for again. */
    public boolean counts() {
        return this != REJECTED && this != CANCELLED;
    }
}
