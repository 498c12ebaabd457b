package io.amphora.report.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** What templates may ask. For the thread of the running report. */
@ProviderType
public interface ReportData {
    /** What sums are made by: month {@code 2011-08}, day {@code 2011-08-31} (UTC), SKU, customer (id as text), country, channel, currency. */
    enum By {
        MONTH, DAY, SKU, CUSTOMER, COUNTRY, CHANNEL, CURRENCY
    }

    /** Every part may be null (any). @param from first moment @param to first moment after; @param customer id as text */
    record Filter(Instant from, Instant to, String sku, String customer, String country, String channel) {
        public static final Filter ALL = new Filter(null, null, null, null, null, null);
    }

    /** @param label product's or customer's name for SKU and CUSTOMER, else null */
    record Sum(List<String> keys, String label, BigDecimal quantity, BigDecimal amount, long orders, long lines) {
    }

    /** Sales (credits count negative), summed by one to three things. @param limit at most so many, largest amount first; 0: all, by keys */
    List<Sum> sales(List<By> by, Filter filter, int limit);
}
