package io.amphora.fulfilment.api;

import java.time.Instant;
import java.util.Set;

/**
 * Orders that are picked together.
 *
 * @param number what people call it: {@code W-100017}
 * @param orders how many; {@code lists} likewise
 * @param items  how many places to go to, of which {@code done} are picked or known to be missing
 * @param note   may be null
 */
public record Wave(long id, String number, WaveKind kind, PickState state, int orders, int lists, int items, int done, String note, Instant createdAt, String createdBy, Instant endedAt,
                   long version) {
    /** What can be done with it by hand. */
    public Set<PickAction> possible() {
        return state.isFinal() ? Set.of() : Set.of(PickAction.CANCEL);
    }
}
