package io.amphora.web.api;

import java.math.BigDecimal;

/** How decimals stand in answers. */
public final class Decimals {
    private Decimals() {
    }

    /** Without the zeros that a database adds at the end, and without an exponent; null for null. */
    public static BigDecimal plain(BigDecimal value) {
        if (value == null) {
            return null;
        }
        BigDecimal stripped = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
