package io.amphora.order.core;

import io.amphora.platform.api.Settings;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.function.Function;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an installation may set, read anew every few seconds: orders must not wait for it. */
@Component(service = OrderSettings.class)
public final class OrderSettings {
    static final String CURRENCY = "installation.currency";
    static final String PRICE_TOLERANCE = "order.review.price-tolerance-percent";
    static final String MAX_QUANTITY = "order.review.max-quantity";
    static final String MAX_TOTAL = "order.review.max-total";

    /**
     * @param currency       of orders that name none
     * @param priceTolerance percent by which a price may differ from the list
     * @param maxQuantity    of a line, beyond which it is looked at
     * @param maxTotal       of an order, in its own currency, beyond which it is looked at
     */
    record Values(String currency, BigDecimal priceTolerance, BigDecimal maxQuantity, BigDecimal maxTotal) {
        static final Values DEFAULT = new Values("EUR", new BigDecimal("25"), new BigDecimal("10000"), new BigDecimal("100000"));
    }

    private static final Logger LOG = LoggerFactory.getLogger(OrderSettings.class);
    private static final long MAX_AGE = TimeUnit.SECONDS.toNanos(3);

    private record Read(Values values, long at) {
    }

    private final Settings settings;
    private final LongSupplier nanos;
    private volatile Read last;

    @Activate
    public OrderSettings(@Reference Settings settings) {
        this(settings, System::nanoTime);
    }

    OrderSettings(Settings settings, LongSupplier nanos) {
        this.settings = settings;
        this.nanos = nanos;
    }

    Values now() {
        long now = nanos.getAsLong();
        Read r = last;
        if (r == null || now - r.at() > MAX_AGE) {
            r = new Read(read(), now);
            last = r;
        }
        return r.values();
    }

    private Values read() {
        Values d = Values.DEFAULT;
        return new Values(value(CURRENCY, d.currency(), text -> Currency.getInstance(text).getCurrencyCode()), value(PRICE_TOLERANCE, d.priceTolerance(), BigDecimal::new),
                value(MAX_QUANTITY, d.maxQuantity(), BigDecimal::new), value(MAX_TOTAL, d.maxTotal(), BigDecimal::new));
    }

    private <T> T value(String name, T otherwise, Function<String, T> parse) {
        String text = settings.get(Settings.INSTALLATION, name).orElse("");
        try {
            return text.isBlank() ? otherwise : parse.apply(text.strip());
        } catch (IllegalArgumentException e) {
            LOG.warn("Setting {} is not usable ({}), {} is taken", name, text, otherwise);
            return otherwise;
        }
    }
}
