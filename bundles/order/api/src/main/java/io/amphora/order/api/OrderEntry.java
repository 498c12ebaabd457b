package io.amphora.order.api;

import io.amphora.common.Actor;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Getting orders in. Needs {@code order.enter}. Publishes {@code order.drafted}, {@code order.placed}. Thread-safe. All problems of an order are
 * named at once, with fields like {@code lines[2].sku}.
 */
@ProviderType
public interface OrderEntry {
    String ENTER = "order.enter";

    /** Keeps what was entered so far; only obviously impossible values are refused, stock is not touched. */
    Order draft(Actor by, NewOrder order);

    /** Replaces a draft's content. @throws io.amphora.common.AmphoraException.Refused if it is no draft any more */
    Order changeDraft(Actor by, long id, long version, NewOrder order);

    /**
     * Submits a draft: checks it, reserves its stock and reviews it, all in one transaction. Nothing found: it is approved at once.
     *
     * @throws io.amphora.common.AmphoraException.Invalid naming all that is missing or wrong
     * @throws io.amphora.common.AmphoraException.Refused naming all lines that are short of stock; the draft stays
     */
    Order submit(Actor by, long id, long version);

    /**
     * Drafts an order like another one, also like one of the past: same customer, address and lines, at today's list prices, without its reference, dates and
     * notes. Needs {@code order.read}, too.
     *
     * @param channel where the copy is made: {@code console}, {@code rest}
     */
    Order copy(Actor by, long id, String channel);

    /** Draft and submit as one. The same channel and externalId again gives the order that is there already. */
    Order place(Actor by, NewOrder order);

    /** Places nothing, but says what would come of it. @since 1.14 */
    OrderRehearsal rehearse(Actor by);

    /**
     * For other domains, which have decided it: places an order like {@link #place} whose goods are free because they replace others. That they cost nothing, and are what was ordered
     * before, is no reason to review it; all else is. Never offer it to who enters orders.
     *
     * @throws io.amphora.common.AmphoraException.Invalid if a line has a price other than zero
     * @since 1.13
     */
    Order replace(Actor by, NewOrder order);
}
