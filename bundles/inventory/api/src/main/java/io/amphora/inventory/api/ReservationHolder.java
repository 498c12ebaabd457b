package io.amphora.inventory.api;

import io.amphora.common.Actor;
import java.math.BigDecimal;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** The domain that reserves stock, asked to give way when less is there than is reserved. One service. */
@ConsumerType
public interface ReservationHolder {
    /** What one line of an order holds. */
    record Claim(long orderId, long lineId, BigDecimal quantity) {
    }

    /**
     * Gives back what lines hold, whole lines only, until so much is free; goods that were taken from the shelf already stay reserved. Joins the running transaction.
     *
     * @param claims  all on this product at this location, the youngest first
     * @param lacking so much must become free, above zero
     * @param reason  of who counted
     * @return how much became free; less than {@code lacking} if the rest is taken already
     */
    BigDecimal giveWay(Actor by, String sku, long locationId, List<Claim> claims, BigDecimal lacking, String reason);
}
