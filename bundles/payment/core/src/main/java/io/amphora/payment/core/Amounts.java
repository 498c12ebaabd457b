package io.amphora.payment.core;

import io.amphora.common.Problems;
import java.math.BigDecimal;
import java.util.Currency;

/** What can be paid: whole minor units of the currency (ISO 4217). */
public final class Amounts {
    private Amounts() {
    }

    /** @return the amount, or {@code otherwise} for null */
    public static BigDecimal checked(Problems problems, BigDecimal amount, BigDecimal otherwise, String currency) {
        BigDecimal value = problems.positive("amount", amount == null ? otherwise : amount, 4);
        int digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        problems.check(value.signum() == 0 || value.stripTrailingZeros().scale() <= digits, "amount", "payment.minor-units", "{0} has at most {1} decimals", currency, digits);
        return value;
    }
}
