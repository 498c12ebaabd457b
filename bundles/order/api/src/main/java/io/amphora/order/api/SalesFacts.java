package io.amphora.order.api;

import io.amphora.common.Actor;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What was sold, in sums, for reports: lines of placed orders and credits, without drafts, rejected and cancelled lines (a historic order
 * counts whatever its status: its credit stands against it). Needs {@code report.read}. Thread-safe.
 */
@ProviderType
public interface SalesFacts {
    /** What sums are made by. */
    enum Dimension {
        /** {@code 2011-08}, UTC. */
        MONTH,
        /** {@code 2011-08-31}, UTC. */
        DAY,
        SKU,
        /** Customer id as text, empty for unknown. */
        CUSTOMER,
        /** As written, empty for unknown. */
        COUNTRY,
        CHANNEL,
        CURRENCY
    }

    /** Every part may be null (any). @param from first moment @param to first moment after @param sku exact */
    record Filter(Instant from, Instant to, String sku, Long customerId, String country, String channel, String currency) {
        public static final Filter ALL = new Filter(null, null, null, null, null, null, null);
    }

    /**
     * @param keys   the values of the dimensions asked for, in that order
     * @param label  for SKU the product's, for CUSTOMER the customer's name; of the last such dimension; else null
     * @param amount of the goods after all discounts, without tax and charges
     */
    record Sum(List<String> keys, String label, BigDecimal quantity, BigDecimal amount, long orders, long lines) {
    }

    /** @param by one to three dimensions; always also split by currency if CURRENCY is among them. @param limit at most so many, largest amount first; 0: all, by keys */
    List<Sum> sums(Actor actor, List<Dimension> by, Filter filter, int limit);
}
