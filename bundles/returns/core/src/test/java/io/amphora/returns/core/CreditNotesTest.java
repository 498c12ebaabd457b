package io.amphora.returns.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Money;
import io.amphora.document.api.DocumentKind;
import io.amphora.document.api.DocumentRequest;
import io.amphora.document.api.Documents;
import io.amphora.document.api.Invoice;
import io.amphora.document.api.IssuedDocument;
import io.amphora.inventory.core.InventoryEntities;
import io.amphora.order.api.Order;
import io.amphora.payment.api.PaymentMethod;
import io.amphora.payment.core.store.PaymentEntities;
import io.amphora.platform.api.Event;
import io.amphora.platform.api.Usage;
import io.amphora.platform.test.BothDatabases;
import io.amphora.platform.test.TestDatabase;
import io.amphora.returns.api.Return;
import io.amphora.returns.api.ReturnCredits.Note;
import io.amphora.returns.api.ReturnDesk.NewSettlement;
import io.amphora.returns.api.ReturnOutcome;
import io.amphora.returns.api.ReturnPolicy.Rules;
import io.amphora.returns.core.store.ReturnEntities;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.TestTemplate;

@BothDatabases({ReturnEntities.class, PaymentEntities.class, InventoryEntities.class})
class CreditNotesTest {
    private static final Actor FINANCE = new Actor("fina", "Fina", Set.of("returns.read", "returns.settle", "order.read", "document.invoice"));

    /** Invoices that take back what is credited, as the document domain does; each key once. */
    private static final class Papers {
        private final Map<Long, Invoice> invoices = new HashMap<>();
        private final Map<String, IssuedDocument> byKey = new HashMap<>();
        private final List<DocumentRequest.Credit> credits = new ArrayList<>();

        void invoice(long id, String total, Invoice.Line... lines) {
            invoices.put(id, new Invoice(id, "INV-" + id, Instant.EPOCH, Money.of(total, "EUR"), Money.of("0", "EUR"), List.of(lines)));
        }

        private Object issue(String by, DocumentRequest request, String key) {
            return byKey.computeIfAbsent(by + key, k -> {
                DocumentRequest.Credit c = request.credit();
                credits.add(c);
                Invoice i = invoices.get(c.invoiceId());
                List<Invoice.Line> lines = i.lines().stream().map(l -> c.parts().stream().filter(p -> l.lineId() != null && p.lineId() == l.lineId()).findFirst().map(p -> taken(l, p.quantity(), by, c.total()))
                        .orElse(l.lineId() == null && c.charges() ? taken(l, l.left(), by, l.payable().amount()) : l)).toList();
                invoices.put(i.id(), new Invoice(i.id(), i.number(), i.issuedAt(), i.total(), i.credited().plus(Money.of(c.total(), "EUR")), lines));
                return new IssuedDocument(900 + credits.size(), DocumentKind.CREDIT_NOTE, request.orderId(), "CN-" + credits.size(), "en", 1, Instant.EPOCH, by, "t", "b", "1", null, "00", 1);
            });
        }

        /** @param amount if a person takes it: notes by hand have one line here */
        private static Invoice.Line taken(Invoice.Line l, BigDecimal quantity, String by, BigDecimal amount) {
            boolean system = by.startsWith("system:");
            return new Invoice.Line(l.lineId(), l.sku(), l.name(), l.quantity(), l.credited().add(quantity), l.payable(), system ? l.byHand() : l.byHand().add(quantity),
                    system ? l.byHandAmount() : l.byHandAmount().plus(Money.of(amount, "EUR")));
        }

        Documents documents() {
            return (Documents) Proxy.newProxyInstance(Documents.class.getClassLoader(), new Class<?>[] {Documents.class}, (p, m, a) -> switch (m.getName()) {
                case "invoices" -> List.copyOf(invoices.values());
                case "issue" -> issue(((Actor) a[0]).name(), (DocumentRequest) a[1], (String) a[2]);
                default -> throw new UnsupportedOperationException(m.getName());
            });
        }
    }

    private final Papers papers = new Papers();
    private Shop shop;
    private CreditNotes notes;

    private void open(TestDatabase db) {
        shop = new Shop(db);
        notes = new CreditNotes(db.tx("returns"), new ReturnLog(db.outbox(), shop.history), papers.documents());
    }

    private static Invoice.Line line(Order o, int index, String quantity, String payable) {
        return new Invoice.Line(o.lines().get(index).id(), o.lines().get(index).sku(), "x", new BigDecimal(quantity), BigDecimal.ZERO, Money.of(payable, "EUR"));
    }

    private static Invoice.Line shipping(String payable) {
        return new Invoice.Line(null, "", "SHIPPING", BigDecimal.ONE, BigDecimal.ZERO, Money.of(payable, "EUR"));
    }

    private Return settled(Order order, NewSettlement how, String... lines) {
        Return back = shop.back(order, lines);
        return shop.desk.settle(Shop.ALL, back.id(), back.version(), how);
    }

    @TestTemplate
    void ofEachInvoiceOneThatTogetherComeToWhatIsNotOwedAnyMore(TestDatabase db) {
        open(db);
        Order order = shop.delivered("EUR", "5.00", "SKU-1 3 10.00", "SKU-2 1 20.00");
        shop.paid(order, PaymentMethod.CASH, null);
        papers.invoice(1, "35.00", line(order, 0, "3", "30.00"), shipping("5.00"));
        papers.invoice(2, "20.00", line(order, 1, "1", "20.00"));
        Return r = settled(order, new NewSettlement(ReturnOutcome.REFUND, null, new BigDecimal("5.00"), new BigDecimal("4.00"), false, null, null), "0 2", "1 1");

        assertThat(new ReturnUsage(db.tx("returns")).used(Usage.ORDER, List.of(Long.toString(order.id()), "1"))).containsExactly(Long.toString(order.id()));
        assertThat(new ReturnUsage(db.tx("returns")).used(Usage.PRODUCT, List.of("SKU-1", "SKU-9"))).containsExactly("SKU-1");
        assertThat(notes.notes(FINANCE, r.id())).extracting(Note::invoiceNumber, n -> n.amount().toString(), Note::isIssued).containsExactly(
                org.assertj.core.api.Assertions.tuple("INV-1", "21.00 EUR", false), org.assertj.core.api.Assertions.tuple("INV-2", "20.00 EUR", false));
        List<Note> issued = notes.issue(FINANCE, r.id());
        assertThat(issued).allMatch(Note::isIssued);
        assertThat(issued.stream().map(Note::amount).reduce(Money::plus)).contains(r.settlement().credit());
        assertThat(papers.credits.get(0)).satisfies(c -> {
            assertThat(c.charges()).isTrue();
            assertThat(c.parts()).extracting(p -> p.quantity().intValue()).containsExactly(2);
            assertThat(c.reason()).contains(r.number());
        });
        assertThat(shop.returns.timeline(FINANCE, r.id())).filteredOn(e -> e.what().equals("credit-note")).extracting(e -> e.who() + " " + e.note()).containsExactly("fina CN-1", "fina CN-2");
    }

    @TestTemplate
    void whatACreditNoteByHandLetOffOfTheSameGoodsIsNotLetOffAgain(TestDatabase db) {
        open(db);
        shop.documents = papers.documents();
        Order order = shop.delivered("EUR", "0", "SKU-1 4 10.00", "SKU-2 1 20.00");
        shop.paid(order, PaymentMethod.CASH, null);
        papers.invoice(1, "60.00", line(order, 0, "4", "40.00"), line(order, 1, "1", "20.00"));
        papers.issue("eve", new DocumentRequest(order.id(), DocumentKind.CREDIT_NOTE, null, null,
                new DocumentRequest.Credit(1, List.of(new DocumentRequest.Part(order.lines().get(0).id(), BigDecimal.ONE)), false, "by hand", new BigDecimal("10"))), "k");
        shop.pay.desk.credit(Shop.ALL, order.id(), new BigDecimal("10"), "CN-1", "k");

        Return other = settled(order, NewSettlement.of(ReturnOutcome.REFUND), "1 1");
        assertThat(other.settlement().credit()).hasToString("20.00 EUR");
        Return same = settled(order, NewSettlement.of(ReturnOutcome.REFUND), "0 2");
        assertThat(same.settlement().credit()).hasToString("10.00 EUR");
        assertThat(shop.pay.payments.position(Shop.ALL, order.id()).credited().rounded()).hasToString("40.00 EUR");
        notes.issue(FINANCE, other.id());
        notes.issue(FINANCE, same.id());
        assertThat(papers.invoices.get(1L).credited()).hasToString("40.00 EUR");
        assertThat(papers.credits.get(2).parts()).extracting(DocumentRequest.Part::quantity).containsExactly(BigDecimal.ONE);

        Return last = settled(order, NewSettlement.of(ReturnOutcome.REFUND), "0 2");
        assertThat(last.settlement().credit()).hasToString("20.00 EUR");
    }

    private void byHand(Order order, int line, String amount) {
        papers.issue("eve", new DocumentRequest(order.id(), DocumentKind.CREDIT_NOTE, null, null,
                new DocumentRequest.Credit(1, List.of(new DocumentRequest.Part(order.lines().get(line).id(), BigDecimal.ONE)), false, "scratched", new BigDecimal(amount))), "k" + line);
        shop.pay.desk.credit(Shop.ALL, order.id(), new BigDecimal(amount), "CN", "k" + line);
    }

    @TestTemplate
    void whatWasTakenOffThePriceByHandAndThenComesBackIsPaidBackToTheCent(TestDatabase db) {
        open(db);
        shop.documents = papers.documents();
        Order order = shop.delivered("EUR", "0", "SKU-1 4 29.00", "SKU-2 6 12.90");
        shop.paid(order, PaymentMethod.CASH, null);
        papers.invoice(1, "193.40", line(order, 0, "4", "116.00"), line(order, 1, "6", "77.40"));
        byHand(order, 0, "10.00");
        byHand(order, 1, "10.00");
        for (String lines : List.of("0 1", "1 6", "0 3")) {
            Return r = settled(order, NewSettlement.of(ReturnOutcome.REFUND), lines);
            notes.issue(FINANCE, r.id());
            assertThat(papers.credits.get(papers.credits.size() - 1).parts()).allMatch(p -> p.quantity().stripTrailingZeros().scale() <= 0);
            assertThat(shop.pay.payments.position(Shop.ALL, order.id()).credited().rounded()).as(lines).isEqualTo(papers.invoices.get(1L).credited().rounded());
        }
        assertThat(papers.invoices.get(1L).credited().rounded()).hasToString("193.40 EUR");
    }

    @TestTemplate
    void goodsThatWereInvoicedAfterTheyCameBackGetTheirCreditNoteThen(TestDatabase db) {
        open(db);
        Order order = shop.delivered("EUR", "0", "SKU-1 4 10.00");
        shop.paid(order, PaymentMethod.CASH, null);
        Return r = settled(order, NewSettlement.of(ReturnOutcome.REFUND), "0 2");
        CreditNoteWatch watch = new CreditNoteWatch(notes, shop.policy);
        watch.on(List.of(new Event(1, "returns.settled", Long.toString(order.id()), "{\"return\":" + r.id() + "}", Instant.now())));
        assertThat(papers.credits).isEmpty();

        papers.invoice(1, "40.00", line(order, 0, "4", "40.00"));
        for (int i = 0; i < 2; i++) {
            watch.on(List.of(new Event(2, "document.issued", Long.toString(order.id()), "{\"kind\":\"" + DocumentKind.INVOICE.id() + "\"}", Instant.now())));
        }
        assertThat(papers.credits).hasSize(1);
        assertThat(papers.invoices.get(1L).credited()).hasToString("20.00 EUR");
    }

    @TestTemplate
    void neverTwiceWhoeverAsksAndNotWhatSomebodyTookBackByHand(TestDatabase db) {
        open(db);
        Order order = shop.delivered("EUR", "0", "SKU-1 4 10.00");
        shop.paid(order, PaymentMethod.CASH, null);
        papers.invoice(1, "40.00", line(order, 0, "4", "40.00"));
        Return r = settled(order, NewSettlement.of(ReturnOutcome.STORE_CREDIT), "0 2");
        notes.issue(FINANCE, r.id());
        assertThatThrownBy(() -> notes.issue(Shop.ALL, r.id())).isInstanceOf(AmphoraException.Refused.class);
        assertThat(papers.credits).hasSize(1);

        Return second = settled(order, NewSettlement.of(ReturnOutcome.REFUND), "0 2");
        papers.issue("eve", new DocumentRequest(order.id(), DocumentKind.CREDIT_NOTE, null, null,
                new DocumentRequest.Credit(1, List.of(new DocumentRequest.Part(order.lines().get(0).id(), BigDecimal.ONE)), false, "by hand", new BigDecimal("10"))), "k");
        assertThat(notes.issue(FINANCE, second.id())).extracting(n -> n.amount().toString()).containsExactly("10.00 EUR");
        assertThat(papers.invoices.get(1L).credited()).isEqualTo(papers.invoices.get(1L).total());
    }

    @TestTemplate
    void onlyWithTheSettlementIfTheRulesSaySoAndNotOfWhatGivesNothingBack(TestDatabase db) {
        open(db);
        shop.policy.change(Shop.ALL, new Rules(30, 90, List.of(), BigDecimal.ZERO, true, null, false));
        CreditNoteWatch watch = new CreditNoteWatch(notes, shop.policy);
        Order order = shop.delivered("EUR", "0", "SKU-1 3 10.00");
        shop.paid(order, PaymentMethod.CASH, null);
        papers.invoice(1, "30.00", line(order, 0, "3", "30.00"));
        Return r = settled(order, NewSettlement.of(ReturnOutcome.REFUND), "0 1");
        Event event = new Event(1, "returns.settled", Long.toString(order.id()), "{\"return\":" + r.id() + "}", Instant.now());
        watch.on(List.of(event));
        assertThat(papers.credits).isEmpty();

        shop.policy.change(Shop.ALL, new Rules(30, 90, List.of(), BigDecimal.ZERO, true, null, true));
        watch.on(List.of(event, event));
        assertThat(papers.credits).hasSize(1);
        Return swapped = settled(order, NewSettlement.of(ReturnOutcome.REPLACEMENT), "0 1");
        assertThat(notes.notes(FINANCE, swapped.id())).isEmpty();
        assertThat(new CreditNotes(db.tx("returns"), new ReturnLog(db.outbox(), shop.history), null).notes(FINANCE, swapped.id())).as("without documents").isEmpty();
        Actor clerk = new Actor("siri", "Siri", Set.of("returns.read", "order.read"));
        assertThatThrownBy(() -> notes.issue(clerk, r.id())).isInstanceOf(AmphoraException.NotPermitted.class);
    }
}
