package io.amphora.document.api;

import io.amphora.common.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * An issued invoice and what credit notes have taken back of it. Of all lines: quantity = credited + what is still charged.
 *
 * @param id       of the document
 * @param total    what it asks for
 * @param credited what credit notes have taken back
 */
public record Invoice(long id, String number, Instant issuedAt, Money total, Money credited, List<Line> lines) {
    public Invoice {
        lines = List.copyOf(lines);
    }

    /** @param lineId of the order; null for a charge @param credited the quantity of it */
    public record Line(Long lineId, String sku, String name, BigDecimal quantity, BigDecimal credited, Money payable) {
        public BigDecimal left() {
            return quantity.subtract(credited);
        }
    }
}
