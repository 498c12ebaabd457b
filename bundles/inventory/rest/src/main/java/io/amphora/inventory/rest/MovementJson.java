package io.amphora.inventory.rest;

import io.amphora.inventory.api.Movement;
import io.amphora.web.api.Decimals;
import java.math.BigDecimal;
import java.time.Instant;

/** An entry of the ledger. @param quantity what was added to on hand, negative for what was taken */
public record MovementJson(long id, Instant at, String who, String sku, long locationId, Movement.Kind kind, BigDecimal quantity, BigDecimal onHandAfter, String reason,
                           String reference) {
    static MovementJson of(Movement m) {
        return new MovementJson(m.id(), m.at(), m.who(), m.sku(), m.locationId(), m.kind(), Decimals.plain(m.quantity()), Decimals.plain(m.onHandAfter()), m.reason(), m.reference());
    }
}
