package io.amphora.order.api;

import io.amphora.common.Actor;
import io.amphora.common.Page;
import io.amphora.common.PageRequest;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/** Looking at orders. Needs {@code order.read}. Thread-safe. */
@ProviderType
public interface OrderQueries {
    String READ = "order.read";

    /** @throws io.amphora.common.AmphoraException.NotFound if there is none */
    Order find(Actor by, long id);

    Optional<Order> findByNumber(Actor by, String number);

    /** Newest first (by when placed; drafts by when created). */
    Page<OrderRow> list(Actor by, OrderFilter filter, PageRequest page);

    /** The channels that orders came by, those of the past, too: ids, sorted. Needs {@code order.read}. @since 1.14 */
    List<String> channels(Actor by);

    /**
     * Those of them that there are, in no order, with one query for all: for who follows many orders at once. Joins the running transaction.
     *
     * @since 1.4
     */
    List<OrderRow> rows(Actor by, Collection<Long> ids);

    /**
     * Orders that are given to a location and of which something has not left it: the highest priority first, then what is promised first, then the oldest. What it costs grows with how
     * many wait, not with how many there are.
     *
     * @param filter      its location, channel and day promised count
     * @param minPriority null means any
     * @param skip        so many before
     * @since 1.12
     */
    List<OrderRow> toPick(Actor by, OrderFilter filter, Integer minPriority, int skip, int limit);

    /** How many, but counting stops at {@code limit}: cost does not grow with the table. */
    int count(Actor by, OrderFilter filter, int limit);

    /** For tiles and counters: how many orders stand in each of these statuses, counting up to {@code limit} each; historic ones excluded. */
    Map<OrderStatus, Integer> counts(Actor by, Set<OrderStatus> statuses, int limit);

    /**
     * For other domains, without a permission: how many orders are assigned to each of these locations and have not left the house, counting up to
     * {@code limit} each. Joins the running transaction.
     */
    Map<Long, Integer> openByLocation(Collection<Long> locationIds, int limit);

    /** Orders placed and their total per currency in a period, historic ones included. */
    List<Turnover> turnover(Actor by, Instant from, Instant to);

    /** Result of {@link #turnover}. */
    record Turnover(String currency, long orders, java.math.BigDecimal amount) {
    }

    /** The customer's orders that carry this reference (case does not matter), newest first, at most five: for a warning while typing. */
    List<OrderRow> withReference(Actor by, long customerId, String reference);

    /** Whether this person entered, changed, merged or reopened the order, and so never decides on it. */
    default boolean hadHand(Actor by, Order order) {
        return by.name().equals(order.createdBy());
    }

    /** Newest first. */
    Page<TimelineEntry> timeline(Actor by, long orderId, PageRequest page);

    /** The order before and after this one in the filtered list, as ids; null at the ends. */
    Long[] neighbours(Actor by, OrderFilter filter, long id);
}
