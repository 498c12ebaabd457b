package io.amphora.transfer.api;

import io.amphora.common.Actor;
import io.amphora.common.Page;
import io.amphora.common.PageRequest;
import io.amphora.common.Problem;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Orders of another system, taken over as live ones: each is placed, reviewed, paid, assigned, picked, shipped, delivered, completed or cancelled by the use cases that everybody uses, with
 * the permissions of who asks, but on its own dates. Each order is one transaction: it comes as far as it had in the source, or not at all and waits with all reasons.
 * (source, number) makes a second order impossible: what is there already is answered as it is.
 *
 * <p>What the review finds holds the order until <em>somebody else</em> lets it pass; besides what checks find in any order, these are the differences within the source: a total or
 * payments that do not add up, dates out of order. Goods that left then are taken into stock at the location in the same transaction, as they are not among those counted today; orders that
 * are open need stock of today. Their channel is {@code replay:<source>}: customers are told nothing. Needs {@code transfer.import}. Thread-safe.
 */
@ProviderType
public interface Replays {
    /** In one call. */
    int MAX = 500;

    /**
     * Lives these orders.
     *
     * @param source   at most 40 characters
     * @param location code of where they left from, null means the first
     * @return in the same order
     * @throws io.amphora.common.AmphoraException.Invalid for more than {@link #MAX}, or a source or location that is none
     */
    List<ReplayedOrder> replay(Actor by, String source, String location, List<PastOrder> orders);

    /** Those of these numbers that live here already: sending them again changes nothing. @param numbers at most {@link #MAX} @since 1.3 */
    Set<String> living(Actor by, String source, Collection<String> numbers);

    /**
     * Lives nothing, but says what is wrong with these orders, each by itself: with what they say, their customers and products. What is there already is nothing wrong.
     *
     * @return in the same order; none for an order: it would live
     * @since 1.3
     */
    List<List<Problem>> rehearse(Actor by, String source, List<PastOrder> orders);

    /**
     * Lets those in review pass, and go on. Refused for those that {@code by} sent.
     *
     * @param numbers empty means the first {@link #MAX} that are in review
     * @param reason  required
     */
    List<ReplayedOrder> approve(Actor by, String source, List<String> numbers, String reason);

    /** In the order they came. @param states empty: all */
    Page<ReplayedOrder> list(Actor by, String source, Set<ReplayedOrder.State> states, PageRequest page);
}
