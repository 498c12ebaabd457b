package io.amphora.order.api;

import java.time.Instant;

/**
 * A typed stop on an order, beside its status.
 *
 * @param reason        why
 * @param setBy         sign-in name; {@code system:review} for one that a finding brought
 * @param until         when it releases itself, null if somebody must
 * @param releasedBy    null while it holds; {@code system:holds} if its time was over
 * @param releaseReason null while it holds
 */
public record Hold(long id, HoldType type, String reason, String setBy, Instant setAt, Instant until, String releasedBy, Instant releasedAt, String releaseReason) {
    public boolean isOpen() {
        return releasedAt == null;
    }
}
