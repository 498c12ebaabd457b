package io.amphora.fulfilment.api;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * Goods that were taken from their shelf for an order that does not want them any more.
 *
 * @param listNumber of the pick list they were taken for
 * @param zone       where they belong, may be null, as may the bin
 * @param picker     sign-in name of who picks or picked that list, may be null
 * @param doneAt     null while they are not back
 */
public record PutBack(long id, String listNumber, long orderId, String orderNumber, String sku, String name, BigDecimal quantity, String unit, long locationId, String location, String zone,
                      String bin, String picker, Instant since, Instant doneAt, String doneBy) {
}
