package io.amphora.fulfilment.api;

import java.math.BigDecimal;

/**
 * So much of one product to take for one order line.
 *
 * @param sku     of a component, if the line is a kit
 * @param zone    where it lies, may be null, as may the bin
 * @param wanted  how much; what was found missing does not count any more
 * @param missing how much was found missing
 * @param reason  why, null if nothing is missing
 * @param dropped it need not be picked any more: the line was cancelled or moved meanwhile
 */
public record PickItem(long id, long orderId, String orderNumber, long lineId, String sku, String name, String unit, String zone, String bin, BigDecimal wanted, BigDecimal picked,
                       BigDecimal missing, String reason, boolean dropped, long version) {
    /** Whether there is nothing more to do. */
    public boolean done() {
        return dropped || picked.compareTo(wanted) >= 0;
    }
}
