package io.amphora.payment.core;

import static io.amphora.payment.core.Desk.BY;
import static org.assertj.core.api.Assertions.assertThat;

import io.amphora.common.Money;
import io.amphora.payment.api.Payment;
import io.amphora.payment.core.store.PaymentEntities;
import io.amphora.platform.api.Event;
import io.amphora.platform.test.BothDatabases;
import io.amphora.platform.test.TestDatabase;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;

/** What papers say and what an order owes are the same. */
@BothDatabases(PaymentEntities.class)
class CreditNoteFollowsTest {
    private Desk d;
    private CreditNoteFollows follows;
    private int notes;

    @BeforeEach
    void setUp(TestDatabase db) {
        db.clear();
        d = new Desk(db);
        follows = new CreditNoteFollows(d.credit);
    }

    /** A credit note on order 1. @param billed what the order comes to, as far as it is invoiced @param asked by all papers, with it */
    private void issued(String by, String amount, String billed, String asked) {
        Event event = new Event(++notes, "document.issued", "1", "{\"by\":\"" + by + "\",\"kind\":\"credit-note\",\"number\":\"CN-" + notes + "\",\"amount\":\"" + amount + "\",\"billed\":\"" + billed
                + "\",\"asked\":\"" + asked + "\"}", Instant.now());
        follows.on(List.of(event, event));
    }

    private String credited() {
        return d.position(1).credited().rounded().toString();
    }

    private void letOff(String amount) {
        d.desk.credit(BY, 1, new BigDecimal(amount), "return", null);
    }

    @TestTemplate
    void whatIsNotPaidYetIsDueNoMore(TestDatabase db) {
        d.placed(1, "100", "EUR");
        issued("fina", "30", "100", "70");
        assertThat(credited()).isEqualTo("30.00 EUR");
        assertThat(d.due(1).amount().rounded()).hasToString("70.00 EUR");
        assertThat(d.told).anyMatch(t -> t.contains("30") && t.contains("CN-1"));
    }

    @TestTemplate
    void whatIsPaidIsToBeGivenBack(TestDatabase db) {
        d.paid(1, "100", "EUR");
        issued("fina", "30", "100", "70");
        issued("fina", "10", "100", "60");
        assertThat(d.position(1).open().rounded()).hasToString("-40.00 EUR");
    }

    @TestTemplate
    void thePaperOfWhatWasLetOffBeforeLetsNothingOffAgain(TestDatabase db) {
        d.paid(1, "100", "EUR");
        letOff("15");
        issued("fina", "15", "100", "85");
        assertThat(credited()).isEqualTo("15.00 EUR");
        letOff("20");
        issued("system:returns", "20", "100", "65");
        assertThat(credited()).isEqualTo("35.00 EUR");
        issued("fina", "5", "100", "60");
        assertThat(credited()).isEqualTo("40.00 EUR");
    }

    @TestTemplate
    void goodsThatCameBackBeforeTheyWereInvoicedNeedNoPaper(TestDatabase db) {
        d.paid(1, "100", "EUR");
        letOff("30");
        issued("fina", "10", "70", "60");
        assertThat(credited()).isEqualTo("40.00 EUR");
    }

    @TestTemplate
    void neverMoreThanTheOrderIsWorth(TestDatabase db) {
        d.paid(1, "100", "EUR");
        letOff("80");
        issued("fina", "100", "100", "0");
        assertThat(credited()).isEqualTo("100.00 EUR");
    }

    @TestTemplate
    void whatWasLetOffStaysWhenSomethingElseIsCancelled(TestDatabase db) {
        d.paid(1, "141.80", "EUR");
        letOff("58");
        d.orders.set(1, "total", Money.of("116", "EUR"));
        d.heard(1, "order.cancelled");
        assertThat(credited()).isEqualTo("58.00 EUR");
        assertThat(d.position(1).open().rounded()).hasToString("-83.80 EUR");
        d.orders.set(1, "total", Money.of("0", "EUR"));
        d.heard(1, "order.cancelled");
        assertThat(d.position(1).open().rounded()).as("never more than was paid").hasToString("-141.80 EUR");
    }

    @TestTemplate
    void whatWasGivenBackByHandStaysOnceItHasItsPaper(TestDatabase db) {
        Payment paid = d.paid(1, "100", "EUR");
        d.desk.refund(BY, paid.id(), paid.version(), new BigDecimal("20"), false, "goodwill", null);
        issued("fina", "20", "100", "80");
        assertThat(credited()).isEqualTo("20.00 EUR");
        d.orders.set(1, "total", Money.of("70", "EUR"));
        d.heard(1, "order.cancelled");
        assertThat(credited()).isEqualTo("20.00 EUR");
    }

    @TestTemplate
    void thePaperOfGoodsThatNeverArrivedLetsNothingOffTwice(TestDatabase db) {
        d.paid(1, "226.81", "EUR");
        d.orders.set(1, "total", Money.of("143.99", "EUR"));
        d.heard(1, "order.lost");
        issued("fina", "82.82", "143.99", "143.99");
        assertThat(credited()).isEqualTo("0.00 EUR");
        assertThat(d.position(1).open().rounded()).hasToString("-82.82 EUR");
    }

    @TestTemplate
    void onePaperHeardTwiceIsThePaperOfOneAmount(TestDatabase db) {
        Payment paid = d.paid(1, "100", "EUR");
        d.desk.refund(BY, paid.id(), paid.version(), new BigDecimal("40"), false, "goodwill", null);
        issued("fina", "20", "100", "80");
        d.orders.set(1, "total", Money.of("70", "EUR"));
        d.heard(1, "order.cancelled");
        assertThat(credited()).as("20 have their paper, the rest is taken for what was cancelled").isEqualTo("20.00 EUR");
    }
}
