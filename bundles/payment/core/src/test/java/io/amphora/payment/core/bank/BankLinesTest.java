package io.amphora.payment.core.bank;

import static io.amphora.payment.core.Desk.BY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amphora.common.AmphoraException;
import io.amphora.common.Money;
import io.amphora.common.PageRequest;
import io.amphora.order.api.OrderStatus;
import io.amphora.payment.api.BankLine;
import io.amphora.payment.api.BankLines.Read;
import io.amphora.payment.api.BankLines.StatementLine;
import io.amphora.payment.api.Payment;
import io.amphora.payment.api.PaymentDesk.NewPayment;
import io.amphora.payment.api.PaymentKind;
import io.amphora.payment.api.PaymentMethod;
import io.amphora.payment.core.Desk;
import io.amphora.payment.core.store.PaymentEntities;
import io.amphora.platform.api.Event;
import io.amphora.platform.test.BothDatabases;
import io.amphora.platform.test.TestDatabase;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;

@BothDatabases(PaymentEntities.class)
class BankLinesTest {
    private TestDatabase db;
    private Desk d;

    @BeforeEach
    void setUp(TestDatabase db) {
        this.db = db;
        db.clear();
        d = new Desk(db);
    }

    private static StatementLine line(String reference, String amount, String currency) {
        return new StatementLine(reference, new BigDecimal(amount), currency, LocalDate.of(2024, 3, 5), "Ada", null);
    }

    private BankLine unmatched() {
        return d.lines.list(BY, BankLine.State.UNMATCHED, PageRequest.first(1)).items().get(0);
    }

    private String reasonFor(StatementLine line) {
        assertThat(d.lines.read(BY, List.of(line))).isEqualTo(new Read(0, 1, 0, 0));
        return unmatched().reason().code();
    }

    @TestTemplate
    void findsTheOrderNumberThoughItsDashIsLeftOut() {
        d.placed(12, "100", "EUR");

        assertThat(d.lines.read(BY, List.of(line("thanks for a12", "100.00", "EUR")))).isEqualTo(new Read(1, 0, 0, 0));
    }

    @TestTemplate
    void findsTheOrderNumberAnywhereInTheReference() {
        d.placed(1, "100", "EUR");

        assertThat(d.lines.read(BY, List.of(line("Invoice no. a-1, thank you", "100.00", "EUR")))).isEqualTo(new Read(1, 0, 0, 0));

        assertThat(d.position(1).open()).isEqualTo(Money.of("0", "EUR"));
        assertThat(d.position(1).payments()).singleElement().extracting(Payment::method, Payment::reference).containsExactly(PaymentMethod.BANK_TRANSFER, "Invoice no. a-1, thank you");
        assertThat(d.lines.list(BY, null, PageRequest.first(5)).items()).singleElement().extracting(BankLine::state, BankLine::orderId).containsExactly(BankLine.State.MATCHED, 1L);
    }

    @TestTemplate
    void findsTheCustomersReference() {
        d.placed(1, "100", "EUR");
        d.orders.set(1, "reference", "PO 4711");

        assertThat(d.lines.read(BY, List.of(line("po 4711", "40", "EUR"))).matched()).isEqualTo(1);

        assertThat(d.due(1).amount()).isEqualTo(Money.of("60", "EUR"));
    }

    @TestTemplate
    void oneTransferPaysDepositAndRest() {
        d.placed(1, "100", "EUR");
        d.desk.add(BY, 1, new NewPayment(PaymentKind.DEPOSIT, PaymentMethod.BANK_TRANSFER, null, new BigDecimal("30"), null, null), null);

        d.lines.read(BY, List.of(line("A-1", "100", "EUR")));

        assertThat(d.position(1).payments()).extracting(Payment::captured).containsExactlyInAnyOrder(Money.of("30", "EUR"), Money.of("70", "EUR"));
    }

    @TestTemplate
    void saysWhyALineFitsNoOrder() {
        d.placed(1, "100", "EUR");
        d.placed(2, "100", "EUR");
        d.placed(3, "100", "EUR");
        d.orders.set(2, "reference", "same");
        d.orders.set(3, "reference", "same");
        d.placed(4, "100", "EUR");
        d.orders.set(4, "status", OrderStatus.CANCELLED);

        assertThat(reasonFor(line("nothing known", "1", "EUR"))).isEqualTo("payment.line.no-order");
        assertThat(reasonFor(line("same", "1", "EUR"))).isEqualTo("payment.line.several");
        assertThat(reasonFor(line("A-1", "100", "USD"))).isEqualTo("payment.line.currency");
        assertThat(reasonFor(line("A-1", "100.01", "EUR"))).isEqualTo("payment.line.too-much");
        assertThat(reasonFor(line("A-4", "1", "EUR"))).isEqualTo("payment.line.stopped");
        assertThat(d.lines.countUnmatched(BY, 3)).isEqualTo(3);
        assertThat(db.events()).extracting(Event::topic).containsOnly("payment.line.unmatched");
    }

    @TestTemplate
    void readingAStatementAgainBooksNothingTwice() {
        d.placed(1, "100", "EUR");
        List<StatementLine> statement = List.of(line("A-1", "10", "EUR"), line("A-1", "10", "EUR"), line("?", "5", "EUR"));

        assertThat(d.lines.read(BY, statement)).isEqualTo(new Read(2, 1, 0, 0));
        assertThat(d.lines.read(BY, statement)).isEqualTo(new Read(0, 0, 3, 0));
        assertThat(d.position(1).paid()).isEqualTo(Money.of("20", "EUR"));
    }

    @TestTemplate
    void aPersonAssignsWhatDoesNotFit() {
        d.placed(1, "100", "EUR");
        d.lines.read(BY, List.of(line("thanks", "120", "EUR")));
        BankLine line = unmatched();

        BankLine assigned = d.lines.assign(BY, line.id(), line.version(), 1);

        assertThat(assigned.state()).isEqualTo(BankLine.State.MATCHED);
        assertThat(d.position(1).open()).isEqualTo(Money.of("-20", "EUR"));
        assertThatThrownBy(() -> d.lines.assign(BY, line.id(), assigned.version(), 1)).isInstanceOf(AmphoraException.Refused.class);
        assertThatThrownBy(() -> d.lines.assign(BY, line.id(), line.version(), 1)).isInstanceOf(AmphoraException.Stale.class);
    }

    @TestTemplate
    void aPersonPutsALineAsideForGoodWithAReason() {
        d.lines.read(BY, List.of(line("interest", "1.20", "EUR")));
        BankLine line = unmatched();

        assertThatThrownBy(() -> d.lines.drop(BY, line.id(), line.version(), " ")).isInstanceOf(AmphoraException.Invalid.class);
        assertThat(d.lines.drop(BY, line.id(), line.version(), "bank interest").state()).isEqualTo(BankLine.State.DROPPED);
        assertThat(d.lines.countUnmatched(BY, 3)).isZero();
    }

    @TestTemplate
    void readsCsvWithEitherSeparatorAndNamesAllThatIsWrong() {
        d.placed(1, "100", "EUR");

        assertThat(d.lines.readCsv(BY, "\uFEFFDate;Amount;Currency;Reference;Payer\n2024-03-05;60.00;EUR;A-1;Ada\n")).isEqualTo(new Read(1, 0, 0, 0));
        assertThat(d.lines.readCsv(BY, "reference,amount,currency,date,id\n\"A-1, rest\",40,eur,2024-03-06,B7\n")).isEqualTo(new Read(1, 0, 0, 0));
        assertThatThrownBy(() -> d.lines.readCsv(BY, "reference,amount\nA-1,1\n")).isInstanceOf(AmphoraException.Invalid.class).hasMessageContaining("currency").hasMessageContaining("date");
        assertThatThrownBy(() -> d.lines.readCsv(BY, "reference,amount,currency,date\nA-1,x,EUR,2024-03-05\nA-1,1,EUR,5.3.2024\n")).isInstanceOf(AmphoraException.Invalid.class)
                .hasMessageContaining("lines[0].amount").hasMessageContaining("lines[1].date");
        assertThatThrownBy(() -> d.lines.readCsv(BY, "reference,amount,currency,date\nA-1,0,EUR,2024-03-05\nA-1,1.0010,EUR,2024-03-05\nA-1,1,XXQ,2024-03-05\n"))
                .isInstanceOf(AmphoraException.Invalid.class).hasMessageContaining("lines[0].amount").hasMessageContaining("lines[1].amount").hasMessageContaining("lines[2].currency");
    }

    @TestTemplate
    void statementsAreReadAsTheBankWritesThem() {
        d.placed(1, "1260.50", "EUR");
        d.placed(2, "138", "EUR");

        assertThat(d.lines.readCsv(BY, "date;amount;currency;reference\n27.11.2026;1.260,50;EUR;A-1\n1.12.2026;-12,00;EUR;fees\n28.11.2026;138,00;EUR;A-2\n")).isEqualTo(new Read(2, 0, 0, 1));
        assertThat(d.position(1).open()).isEqualTo(Money.of("0", "EUR"));
        assertThat(d.position(2).open()).isEqualTo(Money.of("0", "EUR"));
        assertThat(d.lines.list(BY, null, PageRequest.first(10)).items()).hasSize(2).extracting(BankLine::bookedOn).contains(LocalDate.of(2026, 11, 27), LocalDate.of(2026, 11, 28));
        assertThat(d.lines.readCsv(BY, "date,amount,currency,reference\n11/27/2026,\"1,260.50\",EUR,x\n12/01/2026,5,EUR,y\n")).isEqualTo(new Read(0, 2, 0, 0));
        assertThat(d.lines.readCsv(BY, "date,amount,currency,reference\n2026-11-27,-5,EUR,x\n")).isEqualTo(new Read(0, 0, 0, 1));
    }

    @TestTemplate
    void whatCanBeReadInTwoWaysIsRefused() {
        assertThatThrownBy(() -> d.lines.readCsv(BY, "date;amount;currency;reference\n03/04/2026;1.234;EUR;A-1\n")).isInstanceOfSatisfying(AmphoraException.Invalid.class,
                e -> assertThat(e.problems()).extracting(io.amphora.common.Problem::code).containsExactlyInAnyOrder("payment.line.amount-unclear", "payment.line.date-unclear"));
        assertThatThrownBy(() -> d.lines.readCsv(BY, "date;amount;currency;reference\n27.11.2026;12,5;EUR;A-1\n2026-11-28;9.99;EUR;A-2\nyesterday;7,1;EUR;A-3\n"))
                .isInstanceOfSatisfying(AmphoraException.Invalid.class, e -> assertThat(e.problems()).extracting(io.amphora.common.Problem::field)
                        .containsExactly("lines[0].date", "lines[1].amount", "lines[2].date"));
        assertThat(d.lines.list(BY, null, PageRequest.first(10)).items()).isEmpty();
    }
}
