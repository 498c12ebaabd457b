package io.amphora.inventory.core;

import java.math.BigDecimal;

/** How quantities are checked and written in messages. */
final class Quantities {
    /** As order lines have them. */
    static final int SCALE = 3;

    private Quantities() {
    }

    static BigDecimal plain(BigDecimal quantity) {
        BigDecimal stripped = quantity.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** Without the zeros that the database adds. */
    static String text(BigDecimal quantity) {
        return (quantity.signum() == 0 ? BigDecimal.ZERO : quantity.stripTrailingZeros()).toPlainString();
    }
}
