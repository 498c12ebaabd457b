package io.amphora.order.core;

import static io.amphora.order.core.EntryFixture.DAY;
import static io.amphora.order.core.OrderFixture.ALL;
import static io.amphora.order.core.OrderFixture.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Money;
import io.amphora.common.PageRequest;
import io.amphora.common.Problem;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderStatus;
import io.amphora.order.api.Quotation;
import io.amphora.order.api.QuotationAction;
import io.amphora.order.api.QuotationStatus;
import io.amphora.platform.api.Event;
import io.amphora.platform.test.BothDatabases;
import io.amphora.platform.test.TestDatabase;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;

@BothDatabases(OrderEntities.class)
class QuotationTest {
    private EntryFixture entry;
    private OrderFixture orders;
    private TestDatabase db;

    @BeforeEach
    void setUp(TestDatabase database) {
        db = database;
        db.clear();
        entry = new EntryFixture(db);
        orders = entry.orders;
    }

    private Order draft() {
        return orders.entry.draft(ALL, anOrder().with("SKU-1", "2").with("SKU-2", "1").build());
    }

    private Quotation open() {
        Order draft = draft();
        return entry.quotations.quote(ALL, draft.id(), draft.version(), null);
    }

    private Quotation sent() {
        Quotation open = open();
        return entry.quotations.send(ALL, open.id(), open.version());
    }

    private Quotation expired() {
        Quotation sent = sent();
        entry.dayIs(sent.validUntil().plusDays(1));
        assertThat(entry.quotations.expire()).isPositive();
        return entry.quotations.find(ALL, sent.id());
    }

    private Quotation in(QuotationStatus status) {
        return switch (status) {
            case OPEN -> open();
            case SENT -> sent();
            case ACCEPTED -> {
                Quotation sent = sent();
                yield entry.quotations.accept(ALL, sent.id(), sent.version(), null);
            }
            case DECLINED -> {
                Quotation sent = sent();
                yield entry.quotations.decline(ALL, sent.id(), sent.version(), "too dear");
            }
            case EXPIRED -> expired();
        };
    }

    private Quotation act(Quotation q, QuotationAction action, long version) {
        return switch (action) {
            case SEND -> entry.quotations.send(ALL, q.id(), version);
            case REVISE -> entry.quotations.revise(ALL, q.id(), version, null);
            case ACCEPT -> entry.quotations.accept(ALL, q.id(), version, null);
            case DECLINE -> entry.quotations.decline(ALL, q.id(), version, "no");
            case EXPIRE -> throw new IllegalArgumentException("nobody does that");
        };
    }

    @TestTemplate
    void draftBecomesAQuotationWithANumberAndALastDay() {
        Quotation open = open();

        assertThat(open.number()).startsWith("Q-");
        assertThat(open.validUntil()).isEqualTo(DAY.plusDays(30));
        assertThat(open.total()).isEqualTo(Money.of("30", "EUR"));
        assertThat(open.possible()).containsExactly(QuotationAction.SEND, QuotationAction.DECLINE);
        assertThat(orders.queries.find(ALL, open.orderId()).quotationId()).isEqualTo(open.id());
        assertThat(orders.twins.stock.held).isEmpty();
        assertThat(db.events()).extracting(Event::topic).contains("quotation.opened");
    }

    @TestTemplate
    void acceptedAtThePricesOfferedWhateverTheListSaysNow() {
        Quotation sent = sent();
        orders.twins.product("SKU-1", "10.90", true, true);

        Quotation accepted = entry.quotations.accept(ALL, sent.id(), sent.version(), "PO 4711");

        Order order = orders.queries.find(ALL, accepted.orderId());
        assertThat(accepted.status()).isEqualTo(QuotationStatus.ACCEPTED);
        assertThat(order.status()).isEqualTo(OrderStatus.APPROVED);
        assertThat(order.total()).isEqualTo(Money.of("30", "EUR"));
        assertThat(order.reference()).isEqualTo("PO 4711");
        assertThat(orders.twins.stock.held).hasSize(2);
        assertThat(db.events()).extracting(Event::topic).contains("quotation.accepted", "order.placed");
    }

    @TestTemplate
    void acceptanceIsRefusedWhenStockIsShortAndNothingChanges() {
        Order draft = orders.entry.draft(ALL, anOrder().with("SKU-1", "9000000").build());
        Quotation open = entry.quotations.quote(ALL, draft.id(), draft.version(), null);
        Quotation sent = entry.quotations.send(ALL, open.id(), open.version());

        assertThatThrownBy(() -> entry.quotations.accept(ALL, sent.id(), sent.version(), null)).isInstanceOf(AmphoraException.Refused.class);

        assertThat(entry.quotations.find(ALL, sent.id())).isEqualTo(sent);
    }

    @TestTemplate
    void everyStateTakesWhatTheTableSaysAndRefusesTheRest() {
        for (QuotationStatus status : QuotationStatus.values()) {
            for (QuotationAction action : EnumSet.complementOf(EnumSet.of(QuotationAction.EXPIRE))) {
                entry.dayIs(DAY);
                Quotation q = in(status);
                if (action.appliesTo(status)) {
                    assertThat(act(q, action, q.version()).status()).as("%s of %s", action, status).isEqualTo(action.to());
                    assertThatThrownBy(() -> act(q, action, q.version() - 1)).isInstanceOf(AmphoraException.Stale.class);
                } else {
                    assertThatThrownBy(() -> act(q, action, q.version())).as("%s of %s", action, status).isInstanceOfSatisfying(AmphoraException.Refused.class,
                            e -> assertThat(e.problems()).extracting(Problem::code).containsExactly("order.quotation-illegal"));
                    assertThat(entry.quotations.find(ALL, q.id())).isEqualTo(q);
                }
            }
        }
    }

    @TestTemplate
    void nobodyGoesPastALiveQuotation() {
        Quotation sent = sent();
        Order draft = orders.queries.find(ALL, sent.orderId());

        assertThatThrownBy(() -> orders.entry.submit(ALL, draft.id(), draft.version())).isInstanceOfSatisfying(AmphoraException.Refused.class,
                e -> assertThat(e.problems().get(0).message()).contains(sent.number()).contains("accept"));
        assertThatThrownBy(() -> orders.entry.changeDraft(ALL, draft.id(), draft.version(), anOrder().with("SKU-1", "1").build())).isInstanceOf(AmphoraException.Refused.class);
        assertThatThrownBy(() -> orders.actions.cancel(ALL, draft.id(), draft.version(), Set.of(), "no")).isInstanceOf(AmphoraException.Refused.class);
        assertThatThrownBy(() -> entry.quotations.quote(ALL, draft.id(), draft.version(), null)).isInstanceOf(AmphoraException.Refused.class);
    }

    @TestTemplate
    void revisedToBeChanged() {
        Quotation sent = sent();
        Quotation open = entry.quotations.revise(ALL, sent.id(), sent.version(), null);
        Order draft = orders.queries.find(ALL, open.orderId());

        orders.entry.changeDraft(ALL, draft.id(), draft.version(), anOrder().with("SKU-1", "5").build());

        assertThat(entry.quotations.find(ALL, open.id()).total()).isEqualTo(Money.of("50", "EUR"));
    }

    @TestTemplate
    void overByItselfAndNotAcceptedAfterItsLastDayEvenIfNobodyLooked() {
        Quotation sent = sent();
        entry.dayIs(sent.validUntil());
        assertThat(entry.quotations.expire()).isZero();
        entry.dayIs(sent.validUntil().plusDays(1));

        assertThatThrownBy(() -> entry.quotations.accept(ALL, sent.id(), sent.version(), null)).isInstanceOf(AmphoraException.Refused.class);
        assertThat(entry.quotations.expire()).isEqualTo(1);

        Quotation over = entry.quotations.find(ALL, sent.id());
        assertThat(over.status()).isEqualTo(QuotationStatus.EXPIRED);
        assertThat(entry.quotations.revise(ALL, over.id(), over.version(), null).validUntil()).isEqualTo(sent.validUntil().plusDays(31));
    }

    @TestTemplate
    void sentOnlyWhenItCouldBeAnOrder() {
        Order draft = orders.entry.draft(ALL, anOrder().with("NOT-YET", null).build());
        Quotation open = entry.quotations.quote(ALL, draft.id(), draft.version(), DAY);

        assertThatThrownBy(() -> entry.quotations.send(ALL, open.id(), open.version())).isInstanceOfSatisfying(AmphoraException.Invalid.class,
                e -> assertThat(e.problems()).extracting(Problem::field).contains("lines[0].quantity", "lines[0].sku"));
    }

    @TestTemplate
    void declinedTakesItsDraftWithIt() {
        Quotation sent = sent();

        Quotation declined = entry.quotations.decline(ALL, sent.id(), sent.version(), "bought elsewhere");

        assertThat(declined.reason()).isEqualTo("bought elsewhere");
        assertThat(orders.queries.find(ALL, sent.orderId()).status()).isEqualTo(OrderStatus.CANCELLED);
    }

    @TestTemplate
    void listsByStateCustomerAndText() {
        Quotation one = sent();
        Quotation two = open();

        assertThat(ids(null, Set.of(), null)).containsExactly(two.id(), one.id());
        assertThat(ids(null, Set.of(QuotationStatus.SENT), 1L)).containsExactly(one.id());
        assertThat(ids(two.number().toLowerCase(java.util.Locale.ROOT), null, null)).containsExactly(two.id());
        assertThat(ids("ada", null, null)).hasSize(2);
        assertThat(ids(null, null, 2L)).isEmpty();
        assertThat(entry.quotations.ofOrder(ALL, one.orderId())).contains(entry.quotations.find(ALL, one.id()));
    }

    private List<Long> ids(String text, Set<QuotationStatus> statuses, Long customer) {
        return entry.quotations.list(ALL, text, statuses, customer, PageRequest.first(10)).items().stream().map(Quotation::id).toList();
    }

    @TestTemplate
    void whoMayOnlyReadDoesNothing() {
        Quotation sent = sent();
        Actor reader = new Actor("ron", "Ron", Set.of("order.read"));

        assertThat(entry.quotations.find(reader, sent.id())).isEqualTo(sent);
        Map<String, Runnable> all = Map.of("quote", () -> entry.quotations.quote(reader, sent.orderId(), 0, null), "send", () -> entry.quotations.send(reader, sent.id(), sent.version()),
                "revise", () -> entry.quotations.revise(reader, sent.id(), sent.version(), null), "accept", () -> entry.quotations.accept(reader, sent.id(), sent.version(), null),
                "decline", () -> entry.quotations.decline(reader, sent.id(), sent.version(), "no"), "extend", () -> entry.quotations.extend(reader, sent.id(), sent.version(), DAY));
        all.forEach((what, call) -> assertThatThrownBy(call::run).as(what).isInstanceOf(AmphoraException.NotPermitted.class));
    }
}
