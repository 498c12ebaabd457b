package io.amphora.fulfilment.core.ship;

import static io.amphora.fulfilment.core.ship.Desk.WANG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Gs1;
import io.amphora.common.PageRequest;
import io.amphora.common.Problem;
import io.amphora.extension.api.Provided;
import io.amphora.fulfilment.api.FulfilmentSetup.Setup;
import io.amphora.fulfilment.api.NewParcel;
import io.amphora.fulfilment.api.Shipment;
import io.amphora.fulfilment.api.ShipmentAction;
import io.amphora.fulfilment.api.ShipmentFilter;
import io.amphora.fulfilment.api.ShipmentState;
import io.amphora.fulfilment.api.TrackingStatus;
import io.amphora.fulfilment.core.FulfilmentEntities;
import io.amphora.fulfilment.core.GoodsInUse;
import io.amphora.order.api.LineStatus;
import io.amphora.order.api.Order;
import io.amphora.platform.api.Event;
import io.amphora.platform.test.BothDatabases;
import io.amphora.platform.test.TestDatabase;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;

@BothDatabases(FulfilmentEntities.class)
class ShipmentLifeTest {
    private final TestCarrier carrier = new TestCarrier();
    private Desk desk;

    @BeforeEach
    void setUp(TestDatabase db) {
        db.clear();
        desk = new Desk(db);
        desk.carrier(carrier, "test");
    }

    private static NewParcel parcel(String weight, Object... linesAndQuantities) {
        List<NewParcel.Item> items = new java.util.ArrayList<>();
        for (int i = 0; i < linesAndQuantities.length; i += 2) {
            items.add(new NewParcel.Item((Long) linesAndQuantities[i], new BigDecimal((String) linesAndQuantities[i + 1])));
        }
        return new NewParcel(weight == null ? null : new BigDecimal(weight), null, null, null, items);
    }

    @TestTemplate
    void packsShipsAndDeliversWithTheLinesOfTheOrder() {
        Shipment s = desk.shipped("test", "2", "3");

        assertThat(s.state()).isEqualTo(ShipmentState.SHIPPED);
        assertThat(s.number()).startsWith("S-1");
        assertThat(desk.orders.statuses(7)).containsOnly(LineStatus.SHIPPED);
        assertThat(desk.orders.get(7).shipments()).singleElement().satisfies(o -> assertThat(o.id()).isEqualTo(s.orderShipmentId()))
                .satisfies(o -> assertThat(o.trackingNumber()).isEqualTo(s.parcels().get(0).trackingNumber()));
        assertThat(desk.shipments.label(WANG, s.id(), 1)).hasValueSatisfying(b -> assertThat(new String(b)).isEqualTo("%PDF"));

        Instant at = Instant.now().minusSeconds(60);
        desk.events.take(WANG, "test", List.of(desk.event(s, 1, TrackingStatus.DELIVERED, at)));
        assertThat(desk.now(s).state()).isEqualTo(ShipmentState.DELIVERED);
        assertThat(desk.now(s).possible()).isEmpty();
        assertThat(desk.orders.statuses(7)).containsOnly(LineStatus.DELIVERED);
        assertThat(desk.topics()).contains("shipment.packed", "shipment.labelled", "shipment.shipped", "shipment.delivered");
    }

    @TestTemplate
    void namesAllThatIsWrongWithParcelsAtOnce() {
        Order order = desk.picked(7, "2", "3");
        long line = order.lines().get(0).id();

        assertThatThrownBy(() -> desk.desk.prepare(WANG, 7, List.of(parcel("-1", line, "1.5", line, "1"), parcel("1", 9L, "1"), parcel(null))))
                .isInstanceOfSatisfying(AmphoraException.Invalid.class, e -> assertThat(e.problems()).extracting(Problem::field)
                        .contains("parcels[0].weightKg", "parcels[0].items[1].lineId", "parcels[0].items[1].quantity", "parcels[1].items[0].lineId", "parcels[2].items"));
        assertThat(desk.shipments.ofOrder(WANG, 7)).isEmpty();
        assertThatThrownBy(() -> desk.desk.prepare(new Actor("x", "x", Set.of("order.read")), 7, List.of())).isInstanceOf(AmphoraException.NotPermitted.class);
    }

    @TestTemplate
    void splitsTheLineOfWhichOnlyAPartIsPacked() {
        Order order = desk.picked(7, "5");
        long line = order.lines().get(0).id();
        Shipment s = desk.desk.prepare(WANG, 7, List.of(parcel("1", line, "1"), parcel("2", line, "2")));
        assertThat(desk.shipments.toPack(WANG, 7)).singleElement().satisfies(l -> assertThat(l.quantity()).isEqualByComparingTo("2"));

        s = desk.desk.labelByHand(WANG, s.id(), s.version(), "Uncle Bob", java.util.Arrays.asList("B1", null));
        s = desk.desk.ship(WANG, s.id(), s.version());

        assertThat(desk.orders.get(7).lines()).extracting(l -> l.status() + " " + l.quantity()).containsExactly("SHIPPED 3", "PICKED 2");
        assertThat(s.carrierId()).isNull();
        assertThat(s.carrier()).isEqualTo("Uncle Bob");
        assertThat(desk.desk.prepare(WANG, 7, List.of()).parcels().get(0).items()).singleElement().satisfies(i -> assertThat(i.quantity()).isEqualByComparingTo("2"));

        Instant at = Instant.now();
        Shipment half = desk.desk.report(WANG, s.id(), s.version(), 1, TrackingStatus.DELIVERED, null, "signed by Bo");
        assertThat(half.state()).isEqualTo(ShipmentState.SHIPPED);
        assertThat(desk.orders.statuses(7).get(0)).as("the other parcel holds some of it").isEqualTo(LineStatus.SHIPPED);
        Shipment all = desk.desk.report(WANG, s.id(), half.version(), null, TrackingStatus.DELIVERED, at.minusSeconds(1), null);
        assertThat(all.state()).isEqualTo(ShipmentState.DELIVERED);
        assertThat(desk.orders.statuses(7).get(0)).isEqualTo(LineStatus.DELIVERED);
        assertThat(desk.shipments.events(WANG, s.id())).hasSize(2).extracting(e -> e.text()).contains("signed by Bo");
    }

    @TestTemplate
    void givesParcelsNumbersOfTheOwnCompany() {
        assertThatThrownBy(() -> desk.setups.change(Actor.system("x"), new Setup("12x", 0, 9_999)))
                .isInstanceOfSatisfying(AmphoraException.Invalid.class, e -> assertThat(e.problems()).hasSize(3));
        assertThatThrownBy(() -> desk.setups.change(WANG, Setup.DEFAULT)).isInstanceOf(AmphoraException.NotPermitted.class);
        desk.setups.change(Actor.system("x"), new Setup("0614141", 3, 10));
        Order order = desk.picked(7, "2");
        long line = order.lines().get(0).id();
        Shipment s = desk.desk.prepare(WANG, 7, List.of(parcel(null, line, "1"), parcel(null, line, "1")));

        assertThat(s.parcels()).extracting(Shipment.Parcel::sscc).allMatch(Gs1::isSscc).doesNotHaveDuplicates();
        Shipment again = desk.desk.pack(WANG, s.id(), s.version(), List.of(parcel("1.5", line, "2")));
        assertThat(again.parcels()).singleElement().satisfies(p -> assertThat(p.sscc()).isEqualTo(s.parcels().get(0).sscc()));
    }

    @TestTemplate
    void refusesWhatTheTableDoesNotAllowAndSaysWhatIsPossible() {
        desk.picked(7, "1");
        Shipment s = desk.desk.prepare(WANG, 7, List.of());

        assertThatThrownBy(() -> desk.desk.ship(WANG, s.id(), s.version())).isInstanceOf(AmphoraException.Refused.class).hasMessageContaining("preparing").hasMessageContaining("label, cancel");
        assertThatThrownBy(() -> desk.desk.report(WANG, s.id(), s.version(), null, TrackingStatus.DELIVERED, null, null)).isInstanceOf(AmphoraException.Refused.class);
        assertThatThrownBy(() -> desk.desk.cancel(WANG, s.id(), s.version() - 1, false)).isInstanceOf(AmphoraException.Stale.class);
        assertThat(desk.desk.cancel(WANG, s.id(), s.version(), false).state()).isEqualTo(ShipmentState.CANCELLED);
        assertThat(desk.shipments.toPack(WANG, 7)).hasSize(1);
    }

    @TestTemplate
    void whatIsPackedAndThenSentOffOnTheOrderIsTheShipmentThatLeft() {
        Order order = desk.picked(7, "2");
        Shipment s = desk.desk.prepare(WANG, 7, List.of());
        desk.orders.actions().ship(WANG, 7, order.version(), Set.of(order.lines().get(0).id()), "Bike", "B-1");
        desk.watch.on(List.of(new Event(1, "order.shipped", "7", "{}", Instant.now())));

        Shipment left = desk.now(s);
        assertThat(left.state()).isEqualTo(ShipmentState.SHIPPED);
        assertThat(left.parcels().get(0).trackingNumber()).isEqualTo("B-1");
        assertThat(desk.shipments.ofOrder(WANG, 7)).hasSize(1);
    }

    @TestTemplate
    void partsOfAnOpenShipmentThatLeaveOtherwiseAreInItNoMore() {
        Order order = desk.picked(7, "2", "1");
        Shipment s = desk.desk.prepare(WANG, 7, List.of());
        Order part = desk.orders.actions().ship(WANG, 7, order.version(), Set.of(order.lines().get(0).id()), null, null);
        desk.watch.on(List.of(new Event(1, "order.shipped", "7", "{}", Instant.now())));
        assertThat(desk.now(s).parcels().get(0).items()).extracting(Shipment.Item::lineId).containsExactly(order.lines().get(1).id());
        desk.orders.actions().ship(WANG, 7, part.version(), Set.of(order.lines().get(1).id()), null, null);
        desk.watch.on(List.of(new Event(2, "order.shipped", "7", "{}", Instant.now())));

        assertThat(desk.shipments.ofOrder(WANG, 7)).extracting(Shipment::state).containsExactlyInAnyOrder(ShipmentState.SHIPPED, ShipmentState.SHIPPED);
    }

    @TestTemplate
    void saysWhatIsOnItsWayBeforeSomethingIsSwitchedOff() {
        desk.shipped("test", "1");
        GoodsInUse use = new GoodsInUse(desk.db.tx("fulfilment"));
        Provided going = new Provided(Provided.Kind.CARRIER, "test", "Test carrier", "x", true);
        assertThat(use.concerns(Set.of(), List.of(going))).extracting(Problem::message)
                .containsExactly("one shipment with Test carrier is labelled or on the way: what was sent stays, and is followed by hand");
        assertThat(use.concerns(Set.of("fulfilment"), List.of())).extracting(Problem::code).containsExactly("extension.shipments-rest");
        assertThat(use.concerns(Set.of("order"), List.of(new Provided(Provided.Kind.CARRIER, "own", "Own", "x", true)))).isEmpty();
    }

    @TestTemplate
    void sameKeyBuysOneLabel() {
        desk.picked(7, "1");
        Shipment s = desk.desk.prepare(WANG, 7, List.of());
        Shipment first = desk.desk.label(WANG, s.id(), s.version(), "test", "fast", "k1");

        assertThat(desk.desk.label(WANG, s.id(), s.version(), "test", "fast", "k1")).isEqualTo(first);
        assertThat(carrier.bought).hasSize(1);
        assertThat(first.expectedOn()).isEqualTo(carrier.expected);
    }

    @TestTemplate
    void silentCarrierIsAskedAgainUnderTheSameKey() {
        carrier.failures = 1;
        desk.picked(7, "1");
        Shipment s = desk.desk.prepare(WANG, 7, List.of());
        Shipment waits = desk.desk.label(WANG, s.id(), s.version(), "test", null, null);

        assertThat(waits.state()).isEqualTo(ShipmentState.PREPARING);
        assertThat(waits.pending()).isEqualTo(ShipmentAction.LABEL);
        assertThat(waits.problem()).contains("no line");
        assertThatThrownBy(() -> desk.desk.cancel(WANG, s.id(), waits.version(), true)).isInstanceOf(AmphoraException.Refused.class);
        assertThat(desk.calls.sweep(Instant.now().plus(Duration.ofMinutes(5)), 10)).isEqualTo(1);
        assertThat(desk.now(s).state()).isEqualTo(ShipmentState.LABELLED);
        assertThat(desk.now(s).problem()).isNull();
        assertThat(carrier.asked).hasSize(2);
        assertThat(Set.copyOf(carrier.asked)).as("one key").hasSize(1);
    }

    @TestTemplate
    void declinedLabelLeavesTheShipmentToBePackedAnew() {
        carrier.declines = true;
        desk.picked(7, "1");
        Shipment s = desk.desk.prepare(WANG, 7, List.of());
        Shipment declined = desk.desk.label(WANG, s.id(), s.version(), "test", null, null);

        assertThat(declined.state()).isEqualTo(ShipmentState.PREPARING);
        assertThat(declined.pending()).isNull();
        assertThat(declined.problem()).isEqualTo("too heavy");
    }

    @TestTemplate
    void removedCarrierLeavesShipmentsReadableAndUsableByHand() {
        desk.picked(7, "1");
        Shipment s = desk.desk.prepare(WANG, 7, List.of());
        Shipment labelled = desk.desk.label(WANG, s.id(), s.version(), "test", null, null);
        assertThat(desk.desk.possible(labelled)).contains(ShipmentAction.UNLABEL, ShipmentAction.CANCEL);
        assertThat(desk.desk.onlyByHand(labelled)).isEmpty();
        desk.book.unbindCarrier(carrier);

        assertThat(desk.now(s).carrier()).isEqualTo("Test");
        assertThat(desk.desk.possible(labelled)).containsExactly(ShipmentAction.SHIP);
        assertThat(desk.desk.onlyByHand(labelled)).containsExactly(ShipmentAction.UNLABEL, ShipmentAction.CANCEL);
        assertThatThrownBy(() -> desk.desk.unlabel(WANG, s.id(), labelled.version(), false)).isInstanceOf(AmphoraException.Refused.class).hasMessageContaining("test is not there")
                .hasMessageContaining("by hand");
        assertThat(desk.desk.unlabel(WANG, s.id(), labelled.version(), true).state()).isEqualTo(ShipmentState.PREPARING);
        assertThatThrownBy(() -> desk.desk.label(WANG, s.id(), desk.now(s).version(), "test", null, null)).isInstanceOf(AmphoraException.Refused.class);
        assertThat(desk.desk.rates(WANG, s.id(), Locale.ENGLISH)).extracting(o -> o.carrierId()).containsExactly("own");
    }

    @TestTemplate
    void nobodyWaitsForTheAnswerOfACarrierThatIsGone() {
        carrier.failures = 1;
        desk.picked(7, "1");
        Shipment s = desk.desk.prepare(WANG, 7, List.of());
        Shipment asking = desk.desk.label(WANG, s.id(), s.version(), "test", null, null);
        assertThat(asking.pending()).isEqualTo(ShipmentAction.LABEL);
        assertThat(desk.desk.possible(asking)).isEmpty();
        assertThatThrownBy(() -> desk.desk.labelByHand(WANG, s.id(), asking.version(), "Bob", List.of())).as("it may answer yet").hasMessageContaining("waits for the carrier");
        desk.book.unbindCarrier(carrier);

        assertThat(desk.desk.possible(asking)).containsExactly(ShipmentAction.LABEL);
        Shipment byHand = desk.desk.labelByHand(WANG, s.id(), asking.version(), "Bob", List.of("B-1"));
        assertThat(byHand.state()).isEqualTo(ShipmentState.LABELLED);
        assertThat(byHand.pending()).isNull();
        desk.carrier(carrier, "test");
        desk.calls.sweep(Dispatches.now().plusSeconds(3600), 10);
        assertThat(desk.now(s).carrier()).as("it is not asked any more").isEqualTo("Bob");
    }

    @TestTemplate
    void carrierTakesLabelsBackOrDeclines() {
        desk.picked(7, "1");
        Shipment s = desk.desk.prepare(WANG, 7, List.of());
        s = desk.desk.label(WANG, s.id(), s.version(), "test", null, null);
        carrier.declines = true;
        Shipment still = desk.desk.cancel(WANG, s.id(), s.version(), false);
        assertThat(still.state()).isEqualTo(ShipmentState.LABELLED);
        assertThat(still.problem()).isEqualTo("already on its way");
        carrier.declines = false;
        assertThat(desk.desk.cancel(WANG, s.id(), still.version(), false).state()).isEqualTo(ShipmentState.CANCELLED);
        assertThat(carrier.asked).contains("cancel R-0");
    }

    @TestTemplate
    void whatIsShippedOnTheOrderBecomesAShipment() throws Exception {
        Order order = desk.picked(7, "2");
        Order left = desk.orders.actions().ship(WANG, 7, order.version(), Set.of(order.lines().get(0).id()), "DHL", "D1");
        List<Event> heard = List.of(new Event(1, "order.shipped", "7", "{}", Instant.now()));
        desk.watch.on(heard);
        desk.watch.on(heard);

        Shipment s = desk.shipments.ofOrder(WANG, 7).get(0);
        assertThat(desk.shipments.ofOrder(WANG, 7)).hasSize(1);
        assertThat(s.state()).isEqualTo(ShipmentState.SHIPPED);
        assertThat(s.parcels()).singleElement().satisfies(p -> assertThat(p.trackingNumber()).isEqualTo("D1")).satisfies(p -> assertThat(p.items()).hasSize(1));
        // any carrier may tell of it, as nobody is known to have it
        desk.events.take(WANG, "dhl", List.of(desk.event(s, 1, TrackingStatus.IN_TRANSIT, Instant.now().plusSeconds(5))));
        assertThat(desk.now(s).state()).isEqualTo(ShipmentState.IN_TRANSIT);

        desk.orders.actions().deliver(WANG, 7, left.version(), Set.of(order.lines().get(0).id()));
        desk.watch.on(List.of(new Event(2, "order.delivered", "7", "{}", Instant.now())));
        assertThat(desk.now(s).state()).isEqualTo(ShipmentState.DELIVERED);
        desk.watch.on(List.of(new Event(3, "order.delivered", "7", "{}", Instant.now())));
        assertThat(desk.shipments.events(WANG, s.id())).hasSize(2);
    }

    @TestTemplate
    void listsByStateTextAndPage() {
        for (long id = 1; id <= 5; id++) {
            desk.picked(id, "1");
            Shipment s = desk.desk.prepare(WANG, id, List.of());
            if (id % 2 == 0) {
                desk.desk.label(WANG, s.id(), s.version(), "test", null, null);
            }
        }
        var all = desk.shipments.list(WANG, ShipmentFilter.ALL, PageRequest.first(3));
        assertThat(all.items()).extracting(r -> r.orderNumber()).containsExactly("A-5", "A-4", "A-3");
        assertThat(desk.shipments.list(WANG, ShipmentFilter.ALL, new PageRequest(all.next(), 3)).items()).extracting(r -> r.orderNumber()).containsExactly("A-2", "A-1");
        assertThat(desk.shipments.list(WANG, ShipmentFilter.of(ShipmentState.LABELLED), PageRequest.first(9)).items()).hasSize(2);
        assertThat(desk.shipments.count(WANG, ShipmentFilter.of(ShipmentState.LABELLED, ShipmentState.PREPARING), 4)).isEqualTo(4);
        assertThat(desk.shipments.list(WANG, new ShipmentFilter("a-4", null, null, "test"), PageRequest.first(9)).items()).hasSize(1);
        assertThat(desk.shipments.list(WANG, new ShipmentFilter("T1-1", null, null, null), PageRequest.first(9)).items()).hasSize(1);
        assertThat(desk.shipments.list(WANG, new ShipmentFilter("zzz", null, null, null), PageRequest.first(9)).items()).isEmpty();
    }
}
