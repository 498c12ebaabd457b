package io.amphora.order.api;

import org.osgi.annotation.versioning.ProviderType;

/**
 * What other domains add to the one timeline of an order: money that moved, documents, returns, mails. Joins the transaction that runs, so that an entry is there if and only if what
 * it tells of is. Publishes nothing: the domain that adds an entry has an event of its own. Thread-safe.
 */
@ProviderType
@FunctionalInterface
public interface OrderHistory {
    /**
     * @param who  as {@link io.amphora.common.Actor#name()}
     * @param what at most 40 characters; message key {@code order.timeline.<what>} of the bundle that shows it
     * @param note what it was about, in no language: a number, an amount; may be null; cut at 2,000 characters
     */
    void add(long orderId, String who, String what, String note);
}
