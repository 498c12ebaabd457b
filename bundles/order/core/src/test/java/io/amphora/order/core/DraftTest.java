package io.amphora.order.core;

import static io.amphora.order.core.OrderFixture.ALL;
import static io.amphora.order.core.OrderFixture.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amphora.common.AmphoraException;
import io.amphora.common.Money;
import io.amphora.common.PageRequest;
import io.amphora.common.Problem;
import io.amphora.customer.api.Address;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderAction;
import io.amphora.order.api.OrderStatus;
import io.amphora.order.api.TimelineEntry;
import io.amphora.platform.api.Event;
import io.amphora.platform.test.BothDatabases;
import io.amphora.platform.test.TestDatabase;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;

@BothDatabases(OrderEntities.class)
class DraftTest {
    private OrderFixture orders;
    private TestDatabase db;

    @BeforeEach
    void setUp(TestDatabase database) {
        db = database;
        db.clear();
        orders = new OrderFixture(db);
    }

    @TestTemplate
    void keepsWhatWasEnteredSoFar() {
        Order draft = orders.entry.draft(ALL, anOrder().customer(null).with("NOT-YET", null).with("SKU-1", "2").with(null, "1", "3").build());

        assertThat(draft.status()).isEqualTo(OrderStatus.DRAFT);
        assertThat(draft.placedAt()).isNull();
        assertThat(draft.total()).isEqualTo(Money.of("23", "EUR"));
        assertThat(orders.queries.find(ALL, draft.id())).isEqualTo(draft);
        assertThat(orders.twins.stock.held).isEmpty();
        assertThat(db.events()).extracting(Event::topic).containsExactly("order.drafted");
    }

    @TestTemplate
    void refusesWhatIsImpossibleInADraftToo() {
        assertThatThrownBy(() -> orders.entry.draft(ALL, anOrder().with("SKU-1", "-2").with("x".repeat(41), "1").build())).isInstanceOfSatisfying(AmphoraException.Invalid.class,
                e -> assertThat(e.problems()).extracting(Problem::field).containsExactly("lines[0].quantity", "lines[1].sku"));
    }

    @TestTemplate
    void changeReplacesTheContentAndTellsWhatChanged() {
        Order draft = orders.entry.draft(ALL, anOrder().with("SKU-1", "2").with("SKU-2", "1").build());

        Order changed = orders.entry.changeDraft(ALL, draft.id(), draft.version(), anOrder().customer(3L).reference("PO 7").with("SKU-3", "1").build());

        assertThat(changed.version()).isGreaterThan(draft.version());
        assertThat(changed.lines()).extracting(Order.Line::sku).containsExactly("SKU-3");
        assertThat(orders.queries.find(ALL, draft.id())).isEqualTo(changed);
        assertThat(orders.queries.timeline(ALL, draft.id(), PageRequest.first(10)).items()).filteredOn(t -> t.what().equals("changed")).extracting(TimelineEntry::field)
                .containsExactlyInAnyOrder("customer", "reference", "lines");
    }

    @TestTemplate
    void secondEditorIsTold() {
        Order draft = orders.entry.draft(ALL, anOrder().with("SKU-1", "2").build());
        orders.entry.changeDraft(ALL, draft.id(), draft.version(), anOrder().with("SKU-1", "3").build());

        assertThatThrownBy(() -> orders.entry.changeDraft(ALL, draft.id(), draft.version(), anOrder().with("SKU-1", "4").build())).isInstanceOf(AmphoraException.Stale.class);
        assertThatThrownBy(() -> orders.entry.submit(ALL, draft.id(), draft.version())).isInstanceOf(AmphoraException.Stale.class);
    }

    @TestTemplate
    void submittedDraftIsAnOrder() {
        Order draft = orders.entry.draft(ALL, anOrder().with("SKU-1", "2").build());

        Order placed = orders.entry.submit(ALL, draft.id(), draft.version());

        assertThat(placed.status()).isEqualTo(OrderStatus.APPROVED);
        assertThat(placed.number()).isEqualTo(draft.number());
        assertThat(placed.placedAt()).isNotNull();
        assertThat(placed.shipTo()).isEqualTo(Twins.ADDRESS);
        assertThat(orders.twins.stock.held).containsOnlyKeys(placed.lines().get(0).id());
        assertThat(orders.queries.find(ALL, draft.id())).isEqualTo(placed);
        assertThat(db.events()).extracting(Event::topic).containsExactly("order.drafted", "order.placed");
    }

    @TestTemplate
    void submitNamesAllThatIsMissing() {
        Order draft = orders.entry.draft(ALL, anOrder().customer(null).with("NOT-YET", null).with(null, "1").build());
        Order empty = orders.entry.draft(ALL, anOrder().build());

        assertThatThrownBy(() -> orders.entry.submit(ALL, draft.id(), draft.version())).isInstanceOfSatisfying(AmphoraException.Invalid.class,
                e -> assertThat(e.problems()).extracting(Problem::field).containsExactly("lines[0].quantity", "lines[0].sku", "lines[1].sku"));
        assertThatThrownBy(() -> orders.entry.submit(ALL, empty.id(), empty.version())).isInstanceOf(AmphoraException.Invalid.class);
    }

    @TestTemplate
    void draftStaysADraftWhenStockIsShort() {
        Order draft = orders.entry.draft(ALL, anOrder().with("SKU-1", "9000000").build());

        assertThatThrownBy(() -> orders.entry.submit(ALL, draft.id(), draft.version())).isInstanceOf(AmphoraException.Refused.class);
        assertThat(orders.queries.find(ALL, draft.id())).isEqualTo(draft);
    }

    @TestTemplate
    void placedOrderIsNoDraftAnyMore() {
        Order placed = orders.entry.place(ALL, anOrder().with("SKU-1", "2").build());

        assertThatThrownBy(() -> orders.entry.changeDraft(ALL, placed.id(), placed.version(), anOrder().with("SKU-1", "4").build())).isInstanceOf(AmphoraException.Refused.class);
        assertThatThrownBy(() -> orders.entry.submit(ALL, placed.id(), placed.version())).isInstanceOf(AmphoraException.Refused.class);
    }

    @TestTemplate
    void draftCanBeCancelled() {
        Order draft = orders.entry.draft(ALL, anOrder().shipTo(new Address(null, null, null, null, null, "France")).with("SKU-1", "2").build());

        Order cancelled = orders.actions.cancel(ALL, draft.id(), draft.version(), Set.of(), "typed twice");

        assertThat(cancelled.status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(cancelled.total()).isEqualTo(Money.of("0", "EUR"));
    }

    @TestTemplate
    void emptyDraftCanBeCancelled() {
        Order draft = orders.entry.draft(ALL, anOrder().build());
        assertThat(draft.possible()).containsExactly(OrderAction.CANCEL);

        Order cancelled = orders.actions.cancel(ALL, draft.id(), draft.version(), Set.of(), "opened by mistake");

        assertThat(cancelled.status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(cancelled.possible()).isEmpty();
        assertThat(orders.queries.find(ALL, draft.id())).isEqualTo(cancelled);
        assertThatThrownBy(() -> orders.actions.cancel(ALL, draft.id(), cancelled.version(), Set.of(), "again")).isInstanceOf(AmphoraException.Refused.class);
        assertThatThrownBy(() -> orders.entry.changeDraft(ALL, draft.id(), cancelled.version(), anOrder().with("SKU-1", "1").build())).isInstanceOf(AmphoraException.Refused.class);
    }
}
