package io.amphora.document.core;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Money;
import io.amphora.common.Problem;
import io.amphora.common.Problems;
import io.amphora.document.api.DocumentKind;
import io.amphora.document.api.DocumentModel;
import io.amphora.document.api.DocumentRequest;
import io.amphora.document.api.Invoice;
import io.amphora.document.api.IssuedDocument;
import io.amphora.order.api.LineStatus;
import io.amphora.order.api.Order;
import io.amphora.platform.api.Tx;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What may be invoiced and credited: each line once, and never more back than was asked for. */
@Component(service = Bills.class)
public final class Bills {
    private static final Set<LineStatus> LEFT = EnumSet.of(LineStatus.SHIPPED, LineStatus.DELIVERED, LineStatus.COMPLETED);
    private static final int REASON = 1000;
    /** Of credit notes that nobody has to ask for. */
    static final Actor ISSUER = Actor.system("document");

    private final Tx tx;
    private final DocumentStore store;

    @Activate
    public Bills(@Reference(target = "(domain=document)") Tx tx, @Reference DocumentStore store) {
        this.tx = tx;
        this.store = store;
    }

    /** What has left the house, with this shipment or at all, and is on no invoice. Empty if nothing is. */
    List<BillRow> open(Order order, Order.Shipment shipment) {
        List<Order.Line> left = order.historic() || order.kind() != Order.Kind.SALE ? List.of()
                : order.lines().stream().filter(l -> LEFT.contains(l.status()) && (shipment == null || shipment.lineIds().contains(l.id()))).toList();
        if (left.isEmpty()) {
            return List.of();
        }
        List<BillRow> before = invoiced(order.id());
        Coverage done = new Coverage(order, before);
        List<BillRow> rows = new ArrayList<>();
        left.stream().filter(l -> !done.invoiced(l)).forEach(l -> rows.add(BillRow.of(l, rows.size() + 1, order.pricesIncludeTax())));
        if (before.isEmpty() && !rows.isEmpty()) {
            order.charges().forEach(c -> rows.add(BillRow.of(c, rows.size() + 1, order.pricesIncludeTax())));
        }
        return rows;
    }

    /** Credit notes for what was invoiced and never arrived, by invoice; of an order that has nothing left, also for its charges. */
    List<DocumentRequest.Credit> gone(Order order, String reason) {
        List<BillRow> rows = invoiced(order.id());
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<String, BigDecimal> before = tx.call(em -> BillTable.creditedBy(em, order.id(), ISSUER.name()));
        Coverage coverage = new Coverage(order, rows);
        Map<Long, List<DocumentRequest.Part>> parts = new LinkedHashMap<>();
        for (BillRow r : rows.stream().filter(r -> r.lineId() != null).toList()) {
            BigDecimal gone = coverage.gone(r).subtract(before.getOrDefault(r.document() + "/" + r.lineId(), BigDecimal.ZERO)).min(r.left());
            if (gone.signum() > 0) {
                parts.computeIfAbsent(r.document(), d -> new ArrayList<>()).add(new DocumentRequest.Part(r.lineId(), BillRow.plain(gone)));
            }
        }
        boolean nothing = order.total().amount().signum() == 0;
        return parts.entrySet().stream().map(e -> new DocumentRequest.Credit(e.getKey(), e.getValue(),
                nothing && rows.stream().anyMatch(r -> r.document() == e.getKey() && r.lineId() == null && r.left().signum() > 0), reason)).toList();
    }

    boolean creditable(long orderId) {
        return invoiced(orderId).stream().anyMatch(r -> r.left().signum() > 0);
    }

    private List<BillRow> invoiced(long orderId) {
        return tx.call(em -> BillTable.invoiced(em, orderId));
    }

    /** @throws AmphoraException.Refused if there is nothing to be invoiced; Invalid naming all that is wrong with a credit */
    Bill of(Order order, DocumentRequest request, Order.Shipment shipment, Locale language) {
        if (request.kind() == DocumentKind.CREDIT_NOTE) {
            return credit(order, request.credit(), language);
        }
        List<BillRow> rows = open(order, shipment);
        if (rows.isEmpty()) {
            throw new AmphoraException.Refused(Problem.of("", "document.nothing-to-invoice", "order {0} is {1}: nothing that has left the house waits to be invoiced", order.number(),
                    order.status()));
        }
        Money before = all(order.id()).stream().map(i -> i.total().minus(i.credited())).reduce(Money.zero(Currency.getInstance(rows.get(0).currency())), Money::plus);
        return new Bill(rows, null, null, before);
    }

    private Bill credit(Order order, DocumentRequest.Credit credit, Locale language) {
        Problems problems = new Problems();
        problems.check(credit != null, "credit", "required", "must not be empty");
        problems.throwIfAny();
        IssuedDocument invoice = store.find(order.id(), credit.invoiceId()).document();
        problems.check(invoice.kind() == DocumentKind.INVOICE, "invoiceId", "document.no-invoice", "{0} is no invoice", invoice.number());
        String reason = problems.text("reason", credit.reason(), REASON);
        problems.check(credit.charges() || credit.total() != null || !credit.parts().isEmpty(), "parts", "document.credit-nothing", "name what is taken back");
        List<BillRow> of = invoiced(order.id()).stream().filter(r -> r.document() == invoice.id()).toList();
        List<BillRow> rows = parts(problems, credit, of);
        if (credit.charges()) {
            of.stream().filter(r -> r.lineId() == null && r.left().signum() > 0).forEach(r -> rows.add(r.credit(r.left(), rows.size() + 1)));
        }
        problems.throwIfAny();
        problems.check(!rows.isEmpty() || credit.total() != null && !of.isEmpty(), "parts", "document.credit-nothing", "name what is taken back");
        problems.throwIfAny();
        if (credit.total() != null) {
            difference(problems, order, credit, of.get(0), rows, language);
        }
        return new Bill(rows, invoice.id(), new DocumentModel.Reference(invoice.number(), invoice.issuedAt(), reason), null);
    }

    private void difference(Problems problems, Order order, DocumentRequest.Credit credit, BillRow any, List<BillRow> rows, Locale language) {
        String currency = any.currency();
        BigDecimal total = problems.positive("total", credit.total(), Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits()));
        BigDecimal left = all(order.id()).stream().filter(i -> i.id() == credit.invoiceId()).map(i -> i.total().minus(i.credited()).amount()).findFirst().orElse(BigDecimal.ZERO);
        problems.check(total.compareTo(left) <= 0, "total", "document.credit-total", "must be at most {0}: so much is not credited yet", BillRow.plain(left).toPlainString());
        problems.throwIfAny();
        BigDecimal difference = rows.stream().map(BillRow::payable).reduce(total, BigDecimal::subtract);
        if (difference.signum() != 0) {
            String text = rows.isEmpty() ? credit.reason() : ShippedTemplate.texts(language).getString(difference.signum() < 0 ? "credit.kept" : "credit.more");
            rows.add(BillRow.difference(BillRow.plain(difference), currency, any.included(), text, rows.size() + 1));
        }
    }

    private static List<BillRow> parts(Problems problems, DocumentRequest.Credit credit, List<BillRow> of) {
        List<BillRow> rows = new ArrayList<>();
        Set<Long> seen = new HashSet<>();
        for (int i = 0; i < credit.parts().size(); i++) {
            DocumentRequest.Part part = credit.parts().get(i);
            String field = "parts[" + i + "].";
            BigDecimal quantity = problems.positive(field + "quantity", part.quantity(), 3);
            BillRow row = of.stream().filter(r -> r.lineId() != null && r.lineId() == part.lineId()).findFirst().orElse(null);
            problems.check(row != null && seen.add(part.lineId()), field + "lineId", "document.credit-line", "must name lines of the invoice, each once");
            boolean fits = row != null && quantity.compareTo(row.left()) <= 0;
            problems.check(row == null || fits, field + "quantity", "document.credit-quantity", "must be at most {0}: so much is not credited yet", row == null ? "" : BillRow.plain(row.left()).toPlainString());
            if (fits && quantity.signum() > 0) {
                rows.add(row.credit(quantity, rows.size() + 1));
            }
        }
        return rows;
    }

    /** Together with the document. @return of a credit note what it comes to, and what papers and order come to with it: who keeps what orders owe follows it */
    Map<String, String> write(EntityManager em, Order order, IssuedDocument document, Bill bill) {
        BillTable.write(em, document.id(), document.orderId(), bill);
        if (bill.invoiceId() != null) {
            Map<Object, BillRow> before = new HashMap<>();
            BillTable.invoiced(em, document.orderId()).stream().filter(r -> r.document() == bill.invoiceId()).forEach(r -> before.put(key(r), r));
            for (BillRow r : bill.rows().stream().filter(r -> !r.isDifference()).toList()) {
                BillRow row = before.get(key(r));
                // the numbers were computed from what was credited then
                if (!row.credit(r.quantity(), r.row()).equals(r)) {
                    throw new DocumentStore.Taken();
                }
                BillTable.credit(em, row, r.quantity());
            }
            return told(em, order, bill);
        }
        return Map.of();
    }

    private static Map<String, String> told(EntityManager em, Order order, Bill bill) {
        List<BillRow> rows = BillTable.invoiced(em, order.id());
        BigDecimal credited = BillTable.credited(em, order.id()).stream().map(c -> (BigDecimal) c[1]).reduce(BigDecimal.ZERO, BigDecimal::add);
        return Map.of("amount", text(sum(bill.rows())), "asked", text(sum(rows).subtract(credited)), "billed", text(Coverage.billed(order, rows)));
    }

    private static BigDecimal sum(List<BillRow> rows) {
        return rows.stream().map(BillRow::payable).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String text(BigDecimal amount) {
        return BillRow.plain(amount).toPlainString();
    }

    static Object key(BillRow r) {
        return r.lineId() == null ? "C" + r.charge() + r.name() + r.position() : r.lineId();
    }

    List<Invoice> all(long orderId) {
        return tx.call(em -> {
            Map<Long, List<BillRow>> rows = BillTable.invoiced(em, orderId).stream().collect(Collectors.groupingBy(BillRow::document));
            Map<Long, BigDecimal> credited = new HashMap<>();
            BillTable.credited(em, orderId).forEach(c -> credited.put(((Number) c[0]).longValue(), (BigDecimal) c[1]));
            ByHand byHand = new ByHand(BillTable.byHand(em, orderId));
            return store.list(orderId).stream().filter(d -> rows.containsKey(d.id())).map(d -> invoice(d, rows.get(d.id()), credited.getOrDefault(d.id(), BigDecimal.ZERO), byHand)).toList();
        });
    }

    private static Invoice invoice(IssuedDocument d, List<BillRow> rows, BigDecimal credited, ByHand byHand) {
        Currency currency = Currency.getInstance(rows.get(0).currency());
        Money total = rows.stream().map(BillRow::owed).reduce(Money.zero(currency), Money::plus);
        return new Invoice(d.id(), d.number(), d.issuedAt(), total, new Money(credited, currency), rows.stream()
                .map(r -> new Invoice.Line(r.lineId(), r.sku(), r.name().isEmpty() && r.charge() != null ? r.charge().name() : r.name(), r.quantity(), r.credited(), r.owed(),
                        byHand.quantity(r), new Money(byHand.amount(r), currency))).toList());
    }
}
