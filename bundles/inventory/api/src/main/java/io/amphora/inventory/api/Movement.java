package io.amphora.inventory.api;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * One entry of the ledger; never changed, never deleted.
 *
 * @param quantity    signed: what was added to on hand
 * @param onHandAfter on hand after it
 * @param reference   what it belongs to: {@code order:17}, a delivery note, or null
 */
public record Movement(long id, Instant at, String who, String sku, long locationId, Kind kind, BigDecimal quantity, BigDecimal onHandAfter, String reason, String reference) {
    /** Why stock moved. */
    public enum Kind {
        RECEIVE, ISSUE, ADJUST, TRANSFER_OUT, TRANSFER_IN
    }
}
