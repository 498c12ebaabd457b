package io.amphora.fulfilment.api;

import io.amphora.common.Actor;
import java.math.BigDecimal;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Picking by scan. Reading needs {@code order.read}, the rest {@code order.fulfil}. As soon as all of an order line is picked, the line is. Several may pick one list:
 * each piece counts once. Publishes {@code pick.started}, {@code pick.scanned}, {@code pick.short}, {@code pick.finished}, {@code pick.released}, {@code pick.cancelled},
 * {@code pick.to-put-back}, {@code pick.put-back}; key: the list's id. Thread-safe.
 */
@ProviderType
public interface Picking {
    /** Those that have not ended, by wave and number; at most 200. @param locationId null for all */
    List<PickList> open(Actor by, Long locationId);

    /** @throws io.amphora.common.AmphoraException.NotFound if there is none */
    PickList find(Actor by, long id);

    /**
     * What was taken and is not wanted any more, because a line was cancelled, became less or is picked elsewhere, or because a list was given up; the oldest first, at most 200.
     *
     * @param locationId null for all
     */
    List<PutBack> toPutBack(Actor by, Long locationId);

    /** It is on its shelf again. @throws io.amphora.common.AmphoraException.Refused if it was already */
    PutBack putBack(Actor by, long id);

    /**
     * The same by scan: of what is to be put back of this product, what the scanning person picked, else the oldest.
     *
     * @param code SKU in any case, or a barcode of the product
     * @throws io.amphora.common.AmphoraException.Refused if nothing of it is to be put back
     */
    PutBack putBackScanned(Actor by, String code);

    /** What was taken for this order and is to be put back still, the oldest first. */
    List<PutBack> toPutBackOf(Actor by, long orderId);

    /** How many lists have not ended, and how many goods are to be put back, counting each up to {@code limit}. */
    int count(Actor by, int limit);

    PickList start(Actor by, long id, long version);

    PickList release(Actor by, long id, long version);

    /** Ends it; what is not picked can be put into another wave. */
    PickList cancel(Actor by, long id, long version);

    /**
     * Something was taken.
     *
     * @param code     SKU in any case, or a barcode of the product
     * @param quantity null: one, or what is left of it if that is less
     * @throws io.amphora.common.AmphoraException.Refused if the code is unknown, is not on the list, all of it is picked already, or fewer are wanted; nothing is counted then
     */
    Scanned scan(Actor by, long id, String code, BigDecimal quantity);

    /**
     * Less is there than wanted: what was picked goes on, the rest of the line is parted from it and gets the remedy; the stock is to be counted.
     *
     * @param itemVersion of the item the picker saw
     * @param reason      required
     */
    PickList missing(Actor by, long id, long itemId, long itemVersion, ShortRemedy remedy, String reason);
}
