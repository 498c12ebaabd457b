package io.amphora.returns.core.store;

import java.math.BigDecimal;

/** What credit notes by hand had let off of a line before it was settled. */
public record Before(BigDecimal quantity, BigDecimal amount) {
    public static final Before NOTHING = new Before(BigDecimal.ZERO, BigDecimal.ZERO);
}
