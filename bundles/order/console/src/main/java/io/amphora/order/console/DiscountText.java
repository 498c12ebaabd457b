package io.amphora.order.console;

import io.amphora.order.api.Discount;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A discount as people type it: {@code 5%} is a percentage, {@code 5} or {@code 5.00} an amount. */
final class DiscountText {
    private static final Pattern TEXT = Pattern.compile("([0-9]{1,11}(?:[.,][0-9]{1,4})?)\\s*([%％]?)");

    private DiscountText() {
    }

    /** Whether it can be understood; nothing is understood as no discount. */
    static boolean usable(String text) {
        return text.isBlank() || TEXT.matcher(text.strip()).matches();
    }

    /** @return empty for no discount, and for what is not {@link #usable} */
    static Optional<Discount> parse(String text) {
        Matcher m = TEXT.matcher(text.strip());
        if (!m.matches()) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(m.group(1).replace(',', '.'));
        return number.signum() == 0 ? Optional.empty() : Optional.of(m.group(2).isEmpty() ? new Discount(null, number) : new Discount(number, null));
    }

    static String of(Discount discount) {
        return discount == null ? "" : discount.percent() != null ? discount.percent().toPlainString() + "%" : discount.amount().toPlainString();
    }
}
