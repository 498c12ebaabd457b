package io.amphora.returns.core.store;

import java.math.BigDecimal;

/** What a settlement is worth. @param credit that is not owed any more */
public record Sums(BigDecimal goods, BigDecimal charges, BigDecimal fee, BigDecimal credit) {
}
