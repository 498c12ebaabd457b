package io.amphora.order.api;

import io.amphora.common.Actor;
import java.math.BigDecimal;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Moving orders on. Each method is one transaction and one {@link OrderAction}: checks its permission, the version the caller saw, and the transition
 * table; an illegal one is refused with the reason and what would be possible. Publishes {@code order.<action>} such as {@code order.approved},
 * {@code order.rejected}, {@code order.assigned}, {@code order.picked}, {@code order.shipped}, {@code order.delivered}, {@code order.completed}, {@code order.cancelled},
 * {@code order.came-back}, {@code order.lost}.
 * Line ids: empty means all lines the action applies to. Thread-safe.
 */
@ProviderType
public interface OrderActions {
    /**
     * Lets findings of the review pass, each by who has its permission; the order stays in review until it is approved. Publishes {@code order.waived}.
     *
     * @param findingIds at least one
     * @param reason     required
     * @throws io.amphora.common.AmphoraException.Refused also if {@code by} entered or changed the order
     */
    Order waive(Actor by, long id, long version, Set<Long> findingIds, String reason);

    /**
     * Lets the order go on, and all open findings pass; whoever entered or changed the order is refused.
     *
     * @param reason required while there are open findings: why they may pass
     */
    Order approve(Actor by, long id, long version, String reason);

    /** Releases the stock. @param reason required */
    Order reject(Actor by, long id, long version, String reason);

    /**
     * Gives the order to a location; reservations move there.
     *
     * @param assignee who there, free text or sign-in name, may be null
     * @param reason   why, for the timeline: the rule's or the person's words
     */
    Order assign(Actor by, long id, long version, long locationId, String assignee, String reason);

    Order pick(Actor by, long id, long version, Set<Long> lineIds);

    /** Goods leave: stock is issued. @param carrier and trackingNumber may be null for own delivery */
    Order ship(Actor by, long id, long version, Set<Long> lineIds, String carrier, String trackingNumber);

    Order deliver(Actor by, long id, long version, Set<Long> lineIds);

    /**
     * Goods that had left came back undelivered: their lines are cancelled, so that nobody owes them; what is left of the order goes on.
     *
     * @param to         where they go now
     * @param locationId for {@link BackTo#STOCK}; null: where they came from, or the first active location
     * @param reason     required
     */
    Order comeBack(Actor by, long id, long version, Set<Long> lineIds, BackTo to, Long locationId, String reason);

    /** Goods that had left are given up: their lines are cancelled, so that nobody owes them. Nothing comes into stock. @param reason required */
    Order lose(Actor by, long id, long version, Set<Long> lineIds, String reason);

    Order complete(Actor by, long id, long version);

    /** Releases the stock. @param reason required */
    Order cancel(Actor by, long id, long version, Set<Long> lineIds, String reason);

    /**
     * Cancels a part of one line; the cancelled part becomes a line of its own, so that nothing is lost from sight. Releases the stock of that part. Also the way
     * to close a line short. The whole quantity cancels the line.
     *
     * @param quantity above zero, at most that of the line
     * @param reason   required
     */
    Order cancelPart(Actor by, long id, long version, long lineId, BigDecimal quantity, String reason);

    /**
     * Parts a line in two of the same status, so that one can go ahead of the other: several deliveries, part from elsewhere. The new line comes last.
     * Amounts add up to what they were. Needs {@code order.fulfil}; possible until the goods have arrived. Publishes {@code order.split}.
     *
     * @param quantity of the new line, above zero and less than that of the line
     */
    Order split(Actor by, long id, long version, long lineId, BigDecimal quantity);

    /** A remark on the timeline. Needs {@code order.read}. People named as {@code @sign-in-name} in it are told; publishes {@code order.commented}. */
    void comment(Actor by, long id, String text);
}
