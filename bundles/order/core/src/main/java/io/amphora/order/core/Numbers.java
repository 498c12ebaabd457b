package io.amphora.order.core;

import io.amphora.common.Money;
import java.math.BigDecimal;
import java.util.Currency;

/** Numbers as people write them: the database pads them with zeros. */
final class Numbers {
    private Numbers() {
    }

    /** Without needless decimals. */
    static BigDecimal quantity(BigDecimal value) {
        return plain(value, 0);
    }

    /** With the decimals of the currency at least. */
    static Money money(BigDecimal amount, String currency) {
        Currency c = Currency.getInstance(currency);
        return new Money(plain(amount, Math.max(0, c.getDefaultFractionDigits())), c);
    }

    private static BigDecimal plain(BigDecimal value, int scale) {
        if (value == null) {
            return BigDecimal.ZERO.setScale(scale);
        }
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < scale ? stripped.setScale(scale) : stripped;
    }
}
