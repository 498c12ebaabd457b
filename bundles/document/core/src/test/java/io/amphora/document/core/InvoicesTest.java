package io.amphora.document.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Money;
import io.amphora.common.Problem;
import io.amphora.customer.api.Address;
import io.amphora.customer.api.Customers;
import io.amphora.document.api.DocumentKind;
import io.amphora.document.api.DocumentRequest;
import io.amphora.document.api.Invoice;
import io.amphora.document.api.IssuedDocument;
import io.amphora.inventory.api.Locations;
import io.amphora.order.api.ChargeType;
import io.amphora.order.api.LineMoney;
import io.amphora.order.api.LineStatus;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderPricing;
import io.amphora.order.api.OrderQueries;
import io.amphora.payment.api.Payment;
import io.amphora.payment.api.PaymentKind;
import io.amphora.payment.api.PaymentMethod;
import io.amphora.payment.api.PaymentPosition;
import io.amphora.payment.api.PaymentSetup;
import io.amphora.payment.api.PaymentState;
import io.amphora.payment.api.PaymentTerms;
import io.amphora.payment.api.Payments;
import io.amphora.platform.api.Event;
import io.amphora.platform.api.Tx;
import io.amphora.platform.test.BothDatabases;
import io.amphora.platform.test.TestDatabase;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;

@BothDatabases(DocumentEntities.class)
class InvoicesTest {
    private static final Actor FIN = new Actor("fin", "Fin", Set.of("order.read", "document.invoice"));
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-26T10:00:00Z"), ZoneOffset.UTC);

    private final Map<String, String> settings = new HashMap<>();
    private final Map<Long, Order> orders = new HashMap<>();
    private final Printer printer = new Printer(new Templates(), Twins.settings(settings), Duration.ofSeconds(30));
    private final PaymentOnPaper payment = new PaymentOnPaper(Twins.settings(settings));
    private OrderDocuments documents;
    private Tx tx;

    @BeforeEach
    void setUp(TestDatabase db) {
        db.clear();
        tx = db.tx("document");
        DocumentStore store = new DocumentStore(db.tx("document"), db.outbox(), (order, who, what, note) -> { });
        Customers customers = Twins.twin(Customers.class, Map.of("lookup", a -> Map.of(3L, new Customers.Facts(3, "C-3", "李梅", "CN", false, Address.EMPTY, "zh-CN"))));
        Locations locations = Twins.twin(Locations.class, Map.of("active", a -> List.of()));
        OrderQueries queries = Twins.twin(OrderQueries.class, Map.of("find", a -> orders.get((Long) a[1])));
        documents = new OrderDocuments(queries, new OrderOnPaper(customers, locations, Twins.settings(settings), Twins.quotations(), payment), printer, store, new Bills(db.tx("document"), store),
                new Series(db.tx("document"), Twins.settings(settings)), CLOCK);
        orders.put(17L, order(17, line(1, LineStatus.SHIPPED), line(2, LineStatus.ASSIGNED)));
    }

    @AfterEach
    void stop() {
        printer.stop();
    }

    /** Three pieces for 10.00, 1.00 off, 0.50 of the whole off, 19 % on the rest. */
    private static Order.Line line(long id, LineStatus status) {
        Money amount = Money.of("10.00", "EUR");
        return new Order.Line(id, (int) id, "SKU-" + id, "Lamp " + id, new BigDecimal("3"), "pcs", Money.of("3.3333", "EUR"), amount, status, null, false, null,
                new LineMoney(Money.of("1.00", "EUR"), BigDecimal.TEN, Money.of("0.50", "EUR"), new BigDecimal("19"), Money.of("1.62", "EUR"), Money.of("10.12", "EUR"), null, null), null, List.of());
    }

    private static Order order(long id, Order.Line... lines) {
        Order o = Twins.order(Order.Kind.SALE, null, List.of(), lines);
        OrderPricing.Charge shipping = new OrderPricing.Charge(ChargeType.SHIPPING, null, Money.of("5.00", "EUR"), new BigDecimal("19"), Money.of("0.95", "EUR"), Money.of("5.95", "EUR"));
        return new Order(id, "A-" + id, o.kind(), o.channel(), null, 3L, o.customerName(), o.reference(), o.status(), o.total(), o.shipTo(), null, null, o.createdAt(), o.placedAt(), "eve", 1L, null,
                false, o.lines(), List.of(), List.of(), 4, List.of(), null, null, null, new OrderPricing(null, false, List.of(shipping)));
    }

    /** So many of the three pieces, which left with the one shipment. */
    private static Order.Line part(long id, String sku, int pieces, LineStatus status) {
        Order.Line l = line(id, status);
        Money third = Money.of("3.37", "EUR");
        return new Order.Line(id, (int) id, sku, l.name(), BigDecimal.valueOf(pieces), "pcs", l.unitPrice(), third.times(BigDecimal.valueOf(pieces)), status, null, false, null,
                new LineMoney(Money.of("0", "EUR"), null, Money.of("0", "EUR"), null, Money.of("0", "EUR"), third.times(BigDecimal.valueOf(pieces)), null, null), null, List.of());
    }

    private static Order sent(int version, String total, Order.Line... lines) {
        Order o = Twins.order(Order.Kind.SALE, null, List.of(), lines);
        Order.Shipment all = new Order.Shipment(1, "own", "T", Instant.EPOCH, null, "wang", o.lines().stream().map(Order.Line::id).toList());
        return new Order(17, "A-17", o.kind(), o.channel(), null, 3L, o.customerName(), o.reference(), o.status(), Money.of(total, "EUR"), o.shipTo(), null, null, o.createdAt(), o.placedAt(), "eve", 1L, null,
                false, o.lines(), List.of(), List.of(all), version, List.of(), null, null, null, new OrderPricing(null, false, List.of()));
    }

    @TestTemplate
    void whatWasInvoicedAndNeverArrivedIsTakenBackOnce(TestDatabase db) {
        orders.put(17L, sent(1, "20.22", part(1, "A", 3, LineStatus.SHIPPED), part(2, "B", 3, LineStatus.SHIPPED)));
        IssuedDocument invoice = invoice(17);
        GoneGoods gone = new GoneGoods(documents);
        Event lost = new Event(1, "order.lost", "17", "{}", Instant.EPOCH);

        // one piece of the first line arrived, two are a line of their own now; of the second one is lost
        orders.put(17L, sent(2, "16.85", part(1, "A", 1, LineStatus.DELIVERED), part(3, "A", 2, LineStatus.SHIPPED), part(2, "B", 2, LineStatus.SHIPPED), part(4, "B", 1, LineStatus.CANCELLED)));
        assertThat(documents.possible(FIN, 17)).as("parts are on the invoice already").doesNotContain(DocumentKind.INVOICE);
        gone.on(List.of(lost, lost));
        gone.on(List.of(lost));
        assertThat(documents.invoices(FIN, 17).get(0).credited().rounded()).hasToString("3.37 EUR");
        assertThat(documents.list(FIN, 17)).filteredOn(d -> d.kind() == DocumentKind.CREDIT_NOTE).singleElement().satisfies(d -> assertThat(d.issuedBy()).isEqualTo("system:document"));

        // a piece that arrived is credited by hand, then the rest is lost
        credit(invoice.id(), "1", false);
        assertThat(db.events().get(db.events().size() - 1).payload()).contains("\"amount\":\"3.37\"", "\"billed\":\"16.85\"", "\"asked\":\"13.48\"");
        orders.put(17L, sent(3, "3.37", part(1, "A", 1, LineStatus.DELIVERED), part(3, "A", 2, LineStatus.CANCELLED), part(2, "B", 2, LineStatus.CANCELLED), part(4, "B", 1, LineStatus.CANCELLED)));
        gone.on(List.of(lost));
        assertThat(documents.invoices(FIN, 17).get(0).credited().rounded()).hasToString("20.22 EUR");
    }

    private IssuedDocument invoice(long order) {
        return documents.issue(FIN, DocumentRequest.of(order, DocumentKind.INVOICE), null);
    }

    private IssuedDocument credit(long invoice, String quantity, boolean charges) {
        return documents.issue(FIN, new DocumentRequest(17, DocumentKind.CREDIT_NOTE, null, "en",
                new DocumentRequest.Credit(invoice, List.of(new DocumentRequest.Part(1, new BigDecimal(quantity))), charges, "broken")), null);
    }

    /** What the order owes: 14 days from the fifth of November; paid so much. */
    private void owes(String paid) {
        Money total = Money.of("26.19", "EUR");
        LocalDate due = LocalDate.of(2026, 11, 19);
        Money open = total.minus(Money.of(paid, "EUR"));
        Payment balance = new Payment(1, 17, "A-17", 3L, PaymentKind.BALANCE, PaymentMethod.OPEN, null, null, open.amount().signum() > 0 ? PaymentState.DUE : PaymentState.VOIDED, open, Money.of("0", "EUR"),
                Money.of("0", "EUR"), Money.of("0", "EUR"), due, null, null, null, null, Instant.EPOCH, "system:payment", Instant.EPOCH, 1);
        Payment taken = new Payment(2, 17, "A-17", 3L, PaymentKind.PART, PaymentMethod.BANK_TRANSFER, null, null, PaymentState.PAID, Money.of(paid, "EUR"), Money.of(paid, "EUR"),
                Money.of("0", "EUR"), Money.of("0", "EUR"), due, null, null, null, null, Instant.EPOCH, "fin", Instant.EPOCH, 1);
        PaymentPosition position = PaymentPosition.of(17, "A-17", total, Money.of("0", "EUR"), PaymentTerms.NET_14, LocalDate.of(2026, 11, 7), List.of(balance, taken), 1);
        payment.payments = Twins.twin(Payments.class, Map.of("position", a -> position));
    }

    private String text(IssuedDocument d) throws IOException {
        return Papers.text(documents.open(FIN, 17, d.id()).content()).replace('\u00a0', ' ');
    }

    private IssuedDocument english() {
        return documents.issue(FIN, new DocumentRequest(17, DocumentKind.INVOICE, null, "en"), null);
    }

    @TestTemplate
    void saysWhenAndHowToPayAndWhatIsPaidAlready() throws IOException {
        settings.putAll(Map.of("installation.name", "Shop Ltd.", "document.bank-account", "de89370400440532013000", "document.bank-bic", "COBADEFFXXX", "document.payment-reference", "{order} {invoice}"));
        owes("10");
        assertThat(text(english())).contains("Within 14 days of the order", "Due on", "Nov 19, 2026", "Already paid", "EUR 10.00", "Still to pay", "EUR 6.07", "Shop Ltd.", "DE89 3704 0044 0532 0130 00",
                "COBADEFFXXX", "A-17 INV-2026-00001");
        orders.put(17L, order(17, line(1, LineStatus.DELIVERED), line(2, LineStatus.SHIPPED)));

        IssuedDocument second = invoice(17);

        assertThat(text(second)).as("what was paid went to the first").contains("付款条件", "下单后 14 天内", "2026年11月19日", "EUR 10.12", "请汇款至", "A-17 INV-2026-00002").doesNotContain("已付金额");
    }

    private String confirmation() throws IOException {
        return Papers.text(documents.preview(FIN, new DocumentRequest(17, DocumentKind.ORDER_CONFIRMATION, null, "en")).content()).replace('\u00a0', ' ');
    }

    @TestTemplate
    void confirmationSaysHowToPayOnlyWhatIsToBePaidInAdvance() throws IOException {
        settings.put("document.bank-account", "DE89370400440532013000");
        owes("0");
        payment.setup = Twins.twin(PaymentSetup.class, Map.of("terms", a -> new PaymentSetup.Terms(PaymentTerms.NET_14, Map.of("console", PaymentTerms.PREPAID))));
        assertThat(confirmation()).as("the order says 14 days").doesNotContain("DE89");

        PaymentPosition none = PaymentPosition.of(17, "A-17", Money.of("6.00", "EUR"), Money.of("0", "EUR"), null, LocalDate.of(2026, 11, 7), List.of(), 0);
        payment.payments = Twins.twin(Payments.class, Map.of("position", a -> none));

        assertThat(confirmation()).as("quicker than its payments: the channel says in advance").contains("In advance", "Still to pay", "EUR 6.00", "DE89 3704 0044 0532 0130 00");
    }

    @TestTemplate
    void asksForNoTransferWhereNothingIsOpenOrNobodyKnows() throws IOException {
        settings.put("document.bank-account", "DE89370400440532013000");
        assertThat(text(english())).as("payments are switched off").doesNotContain("DE89", "Payment");
        owes("26.19");
        orders.put(17L, order(17, line(1, LineStatus.DELIVERED), line(2, LineStatus.SHIPPED)));
        assertThat(text(english())).contains("Paid, thank you", "EUR 10.12").doesNotContain("DE89", "Due on", "Still to pay");
    }

    @TestTemplate
    void asksOnceForEachLineThatHasLeftAndForTheChargesWithTheFirst() throws IOException {
        assertThat(documents.possible(FIN, 17)).contains(DocumentKind.INVOICE).doesNotContain(DocumentKind.CREDIT_NOTE);
        IssuedDocument first = invoice(17);

        assertThat(first.number()).isEqualTo("INV-2026-00001");
        assertThat(first.language()).isEqualTo("zh-CN");
        assertThat(Papers.text(documents.open(FIN, 17, first.id()).content()).replace('\u00a0', ' ')).contains("发票", "INV-2026-00001", "Lamp 1", "运费", "19", "EUR 16.07").doesNotContain("Lamp 2");
        assertThatThrownBy(() -> invoice(17)).isInstanceOf(AmphoraException.Refused.class);
        orders.put(17L, order(17, line(1, LineStatus.DELIVERED), line(2, LineStatus.SHIPPED)));
        IssuedDocument second = invoice(17);
        assertThat(second.number()).isEqualTo("INV-2026-00002");
        assertThat(documents.invoices(FIN, 17)).extracting(Invoice::number, i -> i.total().toString()).containsExactly(org.assertj.core.api.Assertions.tuple("INV-2026-00002", "10.12 EUR"),
                org.assertj.core.api.Assertions.tuple("INV-2026-00001", "16.07 EUR"));
    }

    @TestTemplate
    void creditsInPartsComeToExactlyWhatWasInvoicedAndNeverMore() throws IOException {
        IssuedDocument invoice = invoice(17);
        IssuedDocument one = credit(invoice.id(), "1", false);
        assertThat(new DocumentUsage(tx).used(io.amphora.platform.api.Usage.ORDER, List.of("17", "18"))).containsExactly("17");

        assertThat(one.number()).isEqualTo("CN-2026-00001");
        assertThat(Papers.text(documents.open(FIN, 17, one.id()).content())).contains("Credit note", "INV-2026-00001", "broken");
        assertThatThrownBy(() -> credit(invoice.id(), "2.001", false)).isInstanceOfSatisfying(AmphoraException.Invalid.class,
                e -> assertThat(e.problems()).extracting(Problem::field).containsExactly("parts[0].quantity"));
        credit(invoice.id(), "1", true);
        credit(invoice.id(), "1", false);
        Invoice after = documents.invoices(FIN, 17).get(0);
        assertThat(after.credited()).isEqualTo(after.total()).isEqualTo(Money.of("16.07", "EUR"));
        assertThat(after.lines()).allMatch(l -> l.left().signum() == 0);
        assertThat(documents.possible(FIN, 17)).doesNotContain(DocumentKind.INVOICE, DocumentKind.CREDIT_NOTE);
        assertThatThrownBy(() -> credit(invoice.id(), "0.5", false)).isInstanceOf(AmphoraException.Invalid.class);
        assertThatThrownBy(() -> documents.issue(FIN, new DocumentRequest(17, DocumentKind.CREDIT_NOTE, null, null, new DocumentRequest.Credit(invoice.id(), List.of(), false, " ")), null))
                .isInstanceOfSatisfying(AmphoraException.Invalid.class, e -> assertThat(e.problems()).extracting(Problem::field).contains("reason", "parts"));
    }

    @TestTemplate
    void aCreditComesToWhatWasAgreedAndNeverToMoreThanIsLeft() throws IOException {
        IssuedDocument invoice = invoice(17);
        DocumentRequest.Part all = new DocumentRequest.Part(1, new BigDecimal("3"));
        IssuedDocument kept = documents.issue(FIN, new DocumentRequest(17, DocumentKind.CREDIT_NOTE, null, "en",
                new DocumentRequest.Credit(invoice.id(), List.of(all), false, "came back", new BigDecimal("9.00"))), null);
        assertThat(Papers.text(documents.open(FIN, 17, kept.id()).content()).replace('\u00a0', ' ')).contains("Kept", "EUR -1.12", "EUR 9.00");
        assertThat(documents.invoices(FIN, 17).get(0).credited()).isEqualTo(Money.of("9.00", "EUR"));

        DocumentRequest more = new DocumentRequest(17, DocumentKind.CREDIT_NOTE, null, "zh-CN", new DocumentRequest.Credit(invoice.id(), List.of(), true, "late", new BigDecimal("7.08")));
        assertThatThrownBy(() -> documents.issue(FIN, more, null)).isInstanceOfSatisfying(AmphoraException.Invalid.class,
                e -> assertThat(e.problems()).extracting(Problem::field, Problem::code).containsExactly(org.assertj.core.api.Assertions.tuple("total", "document.credit-total")));
        documents.issue(FIN, new DocumentRequest(17, DocumentKind.CREDIT_NOTE, null, "zh-CN", new DocumentRequest.Credit(invoice.id(), List.of(), true, "late", new BigDecimal("7.07"))), null);
        assertThat(documents.invoices(FIN, 17).get(0).credited()).isEqualTo(Money.of("16.07", "EUR"));
    }

    @TestTemplate
    void numbersHaveNoGapsHoweverManyIssueAtOnce() throws Exception {
        settings.put("document.invoice-number", "{year}/{number:3}");
        ExecutorService threads = Executors.newFixedThreadPool(6);
        List<Future<String>> all = new ArrayList<>();
        for (long id = 100; id < 112; id++) {
            long order = id;
            orders.put(id, order(id, line(id * 10, LineStatus.SHIPPED)));
            all.add(threads.submit(() -> twice(order)));
            all.add(threads.submit(() -> twice(order)));
        }
        List<String> numbers = new ArrayList<>();
        for (Future<String> one : all) {
            numbers.add(one.get());
        }
        threads.shutdown();

        numbers.removeIf(n -> n == null);
        assertThat(numbers).containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 12).mapToObj(n -> String.format("2026/%03d", n)).toList());
    }

    /** @return null if the other one was first */
    private String twice(long order) {
        try {
            return invoice(order).number();
        } catch (AmphoraException.Refused e) {
            return null;
        }
    }

    @TestTemplate
    void onlyFinanceIssuesAndTheSameKeyGivesTheSame() {
        Actor sales = new Actor("sam", "Sam", Set.of("order.read", "order.enter", "order.fulfil"));
        assertThatThrownBy(() -> documents.issue(sales, DocumentRequest.of(17, DocumentKind.INVOICE), null)).isInstanceOf(AmphoraException.NotPermitted.class);
        IssuedDocument first = documents.issue(FIN, DocumentRequest.of(17, DocumentKind.INVOICE), "k");
        assertThat(documents.issue(FIN, DocumentRequest.of(17, DocumentKind.INVOICE), "k")).isEqualTo(first);
        assertThat(NumberFormat.usable("INV-{number}")).isFalse();
        assertThat(NumberFormat.usable("{year}-{number}-{number}")).isFalse();
        assertThat(NumberFormat.usable("<{year}-{number}>")).isFalse();
    }
}
