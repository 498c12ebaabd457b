package io.amphora.order.api;

import io.amphora.common.Actor;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/** Orders made one, parted, closed short, opened again. Each method is one transaction. Thread-safe. */
@ProviderType
public interface OrderRearrangements {
    String REOPEN = "order.reopen";

    /** One of the orders to be made one. */
    record Source(long id, long version) {
    }

    /** @param quantity null: the whole line */
    record Part(long lineId, BigDecimal quantity) {
    }

    /**
     * Puts the lines of other orders into this one, which goes through the review again; nobody who had a hand in one of them decides on it. The others end
     * cancelled, without lines, and say where they went. Needs {@code order.amend}. Publishes {@code order.merged} for each.
     *
     * @throws io.amphora.common.AmphoraException.Refused naming all that stands against it: other customer, currency or address, something picked, a hold
     */
    Order merge(Actor by, long id, long version, List<Source> others, String reason);

    /**
     * Takes parts out of an order into a second one, with what they hold in stock. Needs {@code order.amend}; possible for lines that are through the review and
     * not picked. Publishes {@code order.parted} for both.
     *
     * @param wishedDate of the new order, null: that of the old one
     * @return the new order
     */
    Order part(Actor by, long id, long version, List<Part> parts, LocalDate wishedDate, String reason);

    /** As {@link #part}, all lines whose stock is at this location. */
    Order partLocation(Actor by, long id, long version, long locationId, String reason);

    /** Closes the rest of a line that will not come any more: what {@link OrderActions#cancelPart} does, for all that has not left. Needs {@code order.cancel}. */
    Order closeShort(Actor by, long id, long version, Set<Long> lineIds, String reason);

    /**
     * A completed order is delivered again; the lines of a cancelled one go through the review again with their stock reserved anew. Needs {@code order.reopen}.
     * Publishes {@code order.reopened}.
     *
     * @throws io.amphora.common.AmphoraException.Refused if it is neither, or naming all lines that are short
     */
    Order reopen(Actor by, long id, long version, String reason);
}
