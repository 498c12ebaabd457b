package io.amphora.returns.core;

import io.amphora.document.api.DocumentRequest;
import io.amphora.document.api.Invoice;
import io.amphora.returns.api.Return;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Parts what a return is worth among the invoices that its lines are on: together the credit notes come to what the customer does not owe any more. */
final class CreditPlan {
    /** @param charges whether all charges of the invoice go back @param total what the credit note comes to */
    record Part(Invoice invoice, List<DocumentRequest.Part> parts, boolean charges, BigDecimal total) {
    }

    private BigDecimal fee;
    private BigDecimal charges;
    private final List<Part> parts = new ArrayList<>();

    private CreditPlan(Return.Settlement s) {
        fee = s.fee().amount();
        charges = s.charges().amount();
    }

    /**
     * @param paidLines line of the return to line of the order that was invoiced
     * @param noted     line of the return to what credit notes by hand had taken back of it before it was settled
     */
    static List<Part> of(Return r, Map<Long, Long> paidLines, Map<Long, BigDecimal> noted, List<Invoice> invoices) {
        Return.Settlement s = r.settlement();
        if (s == null || !s.outcome().credits()) {
            return List.of();
        }
        CreditPlan plan = new CreditPlan(s);
        // the first invoice has the charges
        invoices.stream().sorted(java.util.Comparator.comparing(Invoice::id)).forEach(i -> plan.add(r, paidLines, noted, i));
        return plan.parts;
    }

    private void add(Return r, Map<Long, Long> paidLines, Map<Long, BigDecimal> noted, Invoice invoice) {
        List<DocumentRequest.Part> lines = new ArrayList<>();
        BigDecimal total = BigDecimal.ZERO;
        for (Return.Line l : r.lines()) {
            Optional<Invoice.Line> billed = invoice.lines().stream().filter(b -> Objects.equals(b.lineId(), paidLines.get(l.id()))).findFirst();
            BigDecimal worth = l.credited().amount().subtract(noted.getOrDefault(l.id(), BigDecimal.ZERO));
            if (billed.isPresent() && worth.signum() > 0) {
                BigDecimal settled = l.settled().multiply(worth).divide(l.credited().amount(), 3, RoundingMode.HALF_UP);
                BigDecimal quantity = settled.min(billed.get().left());
                if (quantity.signum() > 0) {
                    lines.add(new DocumentRequest.Part(paidLines.get(l.id()), quantity.stripTrailingZeros().scale() <= 0 ? quantity.setScale(0) : quantity));
                    // what somebody took back by hand is not taken back again
                    total = total.add(worth.multiply(quantity).divide(settled, l.credited().amount().scale(), RoundingMode.HALF_UP));
                }
            }
        }
        BigDecimal billed = invoice.lines().stream().filter(b -> b.lineId() == null && b.left().signum() > 0).map(b -> b.payable().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal back = charges.min(billed);
        boolean all = back.signum() > 0 && back.compareTo(billed) == 0;
        if (lines.isEmpty() && !all) {
            return;
        }
        charges = charges.subtract(back);
        BigDecimal kept = fee.min(total.add(back));
        fee = fee.subtract(kept);
        total = total.add(back).subtract(kept);
        if (total.signum() > 0) {
            parts.add(new Part(invoice, lines, all, total.min(invoice.total().minus(invoice.credited()).amount())));
        }
    }
}
