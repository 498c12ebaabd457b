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

    /**
     * @param lineId   of the order; null for a charge
     * @param credited the quantity that credit notes have taken back
     * @param byHand   of that, by credit notes that people issued
     * @param byHandAmount what those took back for it, what was kept of them or added to them shared among their lines
     */
    public record Line(Long lineId, String sku, String name, BigDecimal quantity, BigDecimal credited, Money payable, BigDecimal byHand, Money byHandAmount) {
        /** Nothing taken back by hand. */
        public Line(Long lineId, String sku, String name, BigDecimal quantity, BigDecimal credited, Money payable) {
            this(lineId, sku, name, quantity, credited, payable, BigDecimal.ZERO, Money.zero(payable.currency()));
        }

        public BigDecimal left() {
            return quantity.subtract(credited);
        }
    }
}
