package io.amphora.inventory.api;

import java.math.BigDecimal;

/**
 * Stock of one product at one location. Always 0 &lt;= reserved &lt;= onHand.
 *
 * @param onHand   what is there
 * @param reserved what is promised to orders
 * @param safety   buffer that is not sold
 * @param version  grows when on hand or safety change, not with reservations: a count need not start again because somebody ordered
 */
public record StockLevel(long id, String sku, long locationId, BigDecimal onHand, BigDecimal reserved, BigDecimal safety, long version) {
    /** On hand - reserved - safety: the one definition for all. May be negative when the buffer is touched. */
    public BigDecimal available() {
        return onHand.subtract(reserved).subtract(safety);
    }
}
