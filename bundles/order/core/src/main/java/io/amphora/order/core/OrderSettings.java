package io.amphora.order.core;

import io.amphora.common.Problems;
import io.amphora.identity.api.Role;
import io.amphora.platform.api.Settings;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an installation may set, read anew every few seconds: orders must not wait for it. */
@Component(service = OrderSettings.class)
public final class OrderSettings {
    static final String CURRENCY = "installation.currency";
    /** Public: faces show it, too. */
    static final String PRICES_INCLUDE_TAX = "order.prices-include-tax";
    static final String PRICE_TOLERANCE = "order.review.price-tolerance-percent";
    static final String MAX_QUANTITY = "order.review.max-quantity";
    static final String MAX_TOTAL = "order.review.max-total";
    static final String CREDIT_LIMIT = "order.review.credit-limit";
    static final String DUPLICATE_MINUTES = "order.review.duplicate-minutes";
    static final String RISK_THRESHOLD = "order.review.risk-threshold";
    static final String DISCOUNT_LIMITS = "order.review.discount-limits";
    static final String MIN_MARGIN = "order.review.min-margin-percent";
    static final String BLACKLIST = "order.review.blacklist";
    /** The limits that people set, with what holds if they set nothing; empty is off. */
    private static final Map<String, String> LIMITS = limits();
    private static final int MAX_VALUE = 8000;

    /**
     * @param currency         of orders that name none
     * @param priceTolerance   percent by which a price may differ from the list
     * @param maxQuantity      of a line, beyond which it is looked at
     * @param maxTotal         of an order, in its own currency, beyond which it is looked at
     * @param creditLimit      of what a customer may have open in one currency, null for none
     * @param duplicateMinutes within which the same lines are taken for the same order; 0: never
     * @param riskThreshold    of the risk score, null for none
     * @param blacklist        in lower case
     * @param discountLimits   role (or {@link DiscountLimits#OTHERS}) to percent, empty if there are none
     * @param minMargin        percent of what is left for the seller, null for none
     * @param pricesIncludeTax of orders that do not say
     */
    public record Values(String currency, BigDecimal priceTolerance, BigDecimal maxQuantity, BigDecimal maxTotal, BigDecimal creditLimit, long duplicateMinutes, BigDecimal riskThreshold,
                         List<String> blacklist, boolean pricesIncludeTax, Map<String, BigDecimal> discountLimits, BigDecimal minMargin) {
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

    private static Map<String, String> limits() {
        Map<String, String> limits = new LinkedHashMap<>();
        limits.put(PRICES_INCLUDE_TAX, "false");
        limits.put(DISCOUNT_LIMITS, "SALES=20\nSERVICE=20");
        limits.put(MIN_MARGIN, "");
        limits.put(PRICE_TOLERANCE, "25");
        limits.put(MAX_QUANTITY, "10000");
        limits.put(MAX_TOTAL, "100000");
        limits.put(CREDIT_LIMIT, "");
        limits.put(DUPLICATE_MINUTES, "10");
        limits.put(RISK_THRESHOLD, "60");
        limits.put(BLACKLIST, "");
        return limits;
    }

    public Values now() {
        long now = nanos.getAsLong();
        Read r = last;
        if (r == null || now - r.at() > MAX_AGE) {
            r = new Read(read(), now);
            last = r;
        }
        return r.values();
    }

    private Values read() {
        return new Values(value(CURRENCY, "EUR", text -> Currency.getInstance(text).getCurrencyCode()), number(PRICE_TOLERANCE), number(MAX_QUANTITY), number(MAX_TOTAL),
                number(CREDIT_LIMIT), number(DUPLICATE_MINUTES).longValue(), number(RISK_THRESHOLD), value(BLACKLIST, "", OrderSettings::entries), value(PRICES_INCLUDE_TAX, "false", OrderSettings::yes),
                value(DISCOUNT_LIMITS, LIMITS.get(DISCOUNT_LIMITS), OrderSettings::perRole), number(MIN_MARGIN));
    }

    private BigDecimal number(String name) {
        return value(name, LIMITS.get(name), text -> text.isEmpty() ? null : new BigDecimal(text));
    }

    private static boolean yes(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException("true or false");
        }
        return text.equals("true");
    }

    /** One {@code ROLE=percent} per line. */
    private static Map<String, BigDecimal> perRole(String text) {
        Map<String, BigDecimal> limits = new LinkedHashMap<>();
        text.lines().map(String::strip).filter(l -> !l.isEmpty()).forEach(l -> {
            if (!l.matches("([A-Z]+|\\*)\\s*=\\s*[0-9]{1,3}(\\.[0-9]{1,2})?")) {
                throw new IllegalArgumentException(l);
            }
            limits.put(l.substring(0, l.indexOf('=')).strip(), new BigDecimal(l.substring(l.indexOf('=') + 1).strip()));
        });
        return limits;
    }

    /** One per line. */
    private static List<String> entries(String text) {
        return Stream.of(text.split("\n")).map(e -> e.strip().toLowerCase(Locale.ROOT)).filter(e -> !e.isEmpty()).toList();
    }

    private <T> T value(String name, String otherwise, Function<String, T> parse) {
        String text = settings.get(Settings.INSTALLATION, name).map(String::strip).filter(t -> !t.isEmpty() || name.equals(BLACKLIST) || offAllowed(name)).orElse(otherwise);
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException e) {
            LOG.warn("Setting {} is not usable ({}), {} is taken", name, text, otherwise);
            return parse.apply(otherwise);
        }
    }

    /** All limits as they are set. */
    Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        LIMITS.forEach((name, otherwise) -> texts.put(name, settings.get(Settings.INSTALLATION, name).orElse(otherwise)));
        return texts;
    }

    void verify(Problems problems, String name, String value) {
        if (!LIMITS.containsKey(name)) {
            problems.add(name, "order.limit-unknown", "there is no limit {0}", Texts.cut(name, 100));
        } else if (name.equals(PRICES_INCLUDE_TAX)) {
            problems.check("true".equals(value) || "false".equals(value), name, "order.limit-yes", "must be true or false");
        } else if (name.equals(DISCOUNT_LIMITS)) {
            verifyRoles(problems, value);
        } else if (name.equals(BLACKLIST)) {
            problems.optionalText(name, value, MAX_VALUE);
        } else if (value != null && !value.isBlank() || !offAllowed(name)) {
            problems.check(value != null && value.strip().matches("[0-9]{1,11}(\\.[0-9]{1,4})?"), name, "order.limit-number", "must be a number, not negative");
        }
    }

    private static void verifyRoles(Problems problems, String value) {
        try {
            perRole(value == null ? "" : value).keySet().stream().filter(r -> !r.equals(DiscountLimits.OTHERS)).forEach(Role::valueOf);
        } catch (IllegalArgumentException e) {
            problems.add(DISCOUNT_LIMITS, "order.limit-roles", "must be lines such as SALES=15; * stands for all others");
        }
    }

    private static boolean offAllowed(String name) {
        return name.equals(MIN_MARGIN) || name.equals(DISCOUNT_LIMITS) || name.equals(CREDIT_LIMIT) || name.equals(RISK_THRESHOLD);
    }

    void put(String name, String value) {
        settings.put(Settings.INSTALLATION, name, value == null ? "" : value.strip());
        last = null;
    }
}
