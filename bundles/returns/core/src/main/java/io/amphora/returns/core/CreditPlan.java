package io.amphora.returns.core;

import io.amphora.document.api.DocumentRequest;
import io.amphora.document.api.Invoice;
import io.amphora.returns.api.Return;
import io.amphora.returns.core.store.Before;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Parts what a return is worth among the invoices that its lines are on: together the credit notes come to what the customer does not owe any more. */
final class CreditPlan {
    /** @param charges whether all charges of the invoice go back @param total what the credit note comes to */
    record Part(Invoice invoice, List<DocumentRequest.Part> parts, boolean charges, BigDecimal total) {
    }

    private final Return is;
    private final Map<Long, Long> paidLines;
    private final Map<Long, Before> before;
    private final Set<Long> invoiced;
    private final List<Part> parts = new ArrayList<>();
    private BigDecimal fee;
    private BigDecimal charges;

    private CreditPlan(Return r, Map<Long, Long> paidLines, Map<Long, Before> before, List<Invoice> invoices) {
        is = r;
        this.paidLines = paidLines;
        this.before = before;
        invoiced = invoices.stream().flatMap(i -> i.lines().stream()).map(Invoice.Line::lineId).filter(Objects::nonNull).collect(Collectors.toSet());
        fee = r.settlement().fee().amount();
        charges = r.settlement().charges().amount();
    }

    /**
     * @param paidLines line of the return to line of the order that was invoiced
     * @param before    line of the return to what credit notes by hand had taken back of it before it was settled
     */
    static List<Part> of(Return r, Map<Long, Long> paidLines, Map<Long, Before> before, List<Invoice> invoices) {
        if (r.settlement() == null || !r.settlement().outcome().credits()) {
            return List.of();
        }
        CreditPlan plan = new CreditPlan(r, paidLines, before, invoices);
        // the first invoice has the charges
        invoices.stream().sorted(Comparator.comparing(Invoice::id)).forEach(plan::add);
        return plan.parts;
    }

    private void add(Invoice invoice) {
        Map<Long, BigDecimal> pieces = new LinkedHashMap<>();
        BigDecimal total = BigDecimal.ZERO;
        for (Return.Line l : is.lines()) {
            Optional<Invoice.Line> billed = l.credited().amount().signum() > 0 ? billed(invoice, l) : Optional.empty();
            total = total.add(billed.map(b -> line(l, b, pieces)).orElse(BigDecimal.ZERO));
        }
        BigDecimal billed = invoice.lines().stream().filter(b -> b.lineId() == null && b.left().signum() > 0).map(b -> b.payable().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal back = charges.min(billed);
        charges = charges.subtract(back);
        BigDecimal kept = fee.min(total.add(back));
        fee = fee.subtract(kept);
        total = total.add(back).subtract(kept).min(invoice.total().minus(invoice.credited()).amount());
        if (total.signum() > 0) {
            List<DocumentRequest.Part> lines = pieces.entrySet().stream().map(e -> new DocumentRequest.Part(e.getKey(), plain(e.getValue()))).toList();
            parts.add(new Part(invoice, lines, back.signum() > 0 && back.compareTo(billed) == 0, total));
        }
    }

    private static BigDecimal plain(BigDecimal pieces) {
        return new BigDecimal(pieces.stripTrailingZeros().toPlainString());
    }

    /** A part of a line that was invoiced before it was parted stands on the invoice of that line. */
    private Optional<Invoice.Line> billed(Invoice invoice, Return.Line l) {
        Long paid = paidLines.get(l.id());
        return invoiced.contains(paid) ? invoice.lines().stream().filter(b -> paid.equals(b.lineId())).findFirst()
                : invoice.lines().stream().filter(b -> b.lineId() != null && b.sku().equals(l.sku()) && b.left().signum() > 0).findFirst();
    }

    /**
     * What somebody took back by hand is not taken back again: before the return was settled it had let off so much, after that it was the paper of these pieces.
     *
     * @param pieces to be credited, by line of the invoice
     * @return what the line comes to
     */
    private BigDecimal line(Return.Line l, Before by, Invoice.Line billed, Map<Long, BigDecimal> pieces) {
        BigDecimal worth = l.credited().amount().subtract(by.amount());
        BigDecimal wanted = l.settled().subtract(by.quantity());
        BigDecimal quantity = wanted.min(billed.left().subtract(pieces.getOrDefault(billed.lineId(), BigDecimal.ZERO)));
        if (quantity.signum() <= 0) {
            return wanted.signum() == 0 ? worth : BigDecimal.ZERO;
        }
        pieces.merge(billed.lineId(), quantity, BigDecimal::add);
        return worth.multiply(quantity).divide(wanted, l.credited().amount().scale(), RoundingMode.HALF_UP);
    }

    private BigDecimal line(Return.Line l, Invoice.Line billed, Map<Long, BigDecimal> pieces) {
        return line(l, before.getOrDefault(l.id(), Before.NOTHING), billed, pieces);
    }
}
