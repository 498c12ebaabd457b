package io.amphora.fulfilment.core.ship;

import java.math.BigDecimal;

/** How quantities are shown. */
public final class Quantities {
    private Quantities() {
    }

    /** Without the zeros that the database adds. */
    public static BigDecimal plain(BigDecimal quantity) {
        BigDecimal stripped = quantity.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    public static String text(BigDecimal quantity) {
        return plain(quantity).toPlainString();
    }
}
