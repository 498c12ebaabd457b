package io.amphora.order.api;

import io.amphora.common.Actor;
import org.osgi.annotation.versioning.ProviderType;

/** What becomes of a line whose goods are not where they should be. Needs {@code order.fulfil}. Joins the running transaction. Thread-safe. */
@ProviderType
public interface OrderShortages {
    /** What is to become of the line. */
    enum Remedy {
        /** Stock is reserved anew at another location that has enough. */
        ELSEWHERE,
        /** The line waits for stock. */
        BACKORDER,
        /** The line is cancelled. */
        CANCEL
    }

    /**
     * The stock that a line holds is not there: it is given back, taken off the books as far as nobody else is promised it, and to be counted; then the remedy. Only whole
     * lines: {@link OrderActions#split} parts what was found from what was not. Publishes {@code order.short}, and {@code order.cancelled} if it is.
     *
     * @param lineId assigned, not picked
     * @param sku    which product is missing, of a kit one of its components; null: all that the line holds
     * @param reason required
     * @throws io.amphora.common.AmphoraException.Refused if the line is not assigned; or for {@link Remedy#ELSEWHERE} if no other location has enough
     */
    Order missing(Actor by, long id, long version, long lineId, String sku, Remedy remedy, String reason);
}
