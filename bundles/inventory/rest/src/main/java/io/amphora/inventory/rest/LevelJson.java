package io.amphora.inventory.rest;

import io.amphora.inventory.api.StockLevel;
import io.amphora.web.api.Decimals;
import java.math.BigDecimal;

/** Stock of one product at one location. @param available on hand - reserved - safety */
public record LevelJson(long id, String sku, long locationId, BigDecimal onHand, BigDecimal reserved, BigDecimal safety, BigDecimal available, long version) {
    static LevelJson of(StockLevel l) {
        return new LevelJson(l.id(), l.sku(), l.locationId(), Decimals.plain(l.onHand()), Decimals.plain(l.reserved()), Decimals.plain(l.safety()),
                Decimals.plain(l.available()), l.version());
    }
}
