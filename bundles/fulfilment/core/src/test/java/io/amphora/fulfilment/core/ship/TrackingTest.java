package io.amphora.fulfilment.core.ship;

import static io.amphora.fulfilment.core.ship.Desk.WANG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.PageRequest;
import io.amphora.fulfilment.api.CarrierEvent;
import io.amphora.fulfilment.api.Shipment;
import io.amphora.fulfilment.api.ShipmentFilter;
import io.amphora.fulfilment.api.ShipmentState;
import io.amphora.fulfilment.api.TrackingIntake.Taken;
import io.amphora.fulfilment.api.TrackingStatus;
import io.amphora.fulfilment.core.FulfilmentEntities;
import io.amphora.order.api.LineStatus;
import io.amphora.platform.test.BothDatabases;
import io.amphora.platform.test.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;

@BothDatabases(FulfilmentEntities.class)
class TrackingTest {
    private static final Instant T0 = Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofHours(3));

    private final TestCarrier carrier = new TestCarrier();
    private Desk desk;

    @BeforeEach
    void setUp(TestDatabase db) {
        db.clear();
        desk = new Desk(db);
        desk.carrier(carrier, "test");
    }

    private Taken tell(CarrierEvent... events) {
        return desk.events.take(WANG, "test", List.of(events));
    }

    @TestTemplate
    void sameEventTwiceIsKeptOnce() {
        Shipment s = desk.shipped("test", "1");
        CarrierEvent e = desk.event(s, 1, TrackingStatus.IN_TRANSIT, T0);

        assertThat(tell(e, e)).isEqualTo(new Taken(1, 1, 0));
        assertThat(tell(e)).isEqualTo(new Taken(0, 1, 0));
        assertThat(desk.shipments.events(WANG, s.id())).hasSize(1);
    }

    @TestTemplate
    void anyOrderOfHearingComesToTheSame() {
        Shipment s = desk.shipped("test", "1");
        List<CarrierEvent> way = new ArrayList<>(List.of(desk.event(s, 1, TrackingStatus.ANNOUNCED, T0), desk.event(s, 1, TrackingStatus.IN_TRANSIT, T0.plusSeconds(60)),
                desk.event(s, 1, TrackingStatus.EXCEPTION, T0.plusSeconds(120)), desk.event(s, 1, TrackingStatus.OUT_FOR_DELIVERY, T0.plusSeconds(180)),
                desk.event(s, 1, TrackingStatus.DELIVERED, T0.plusSeconds(240)), desk.event(s, 1, TrackingStatus.IN_TRANSIT, T0.plusSeconds(300))));
        Collections.shuffle(way, new Random(7));
        way.forEach(this::tell);

        assertThat(desk.now(s).state()).as("what comes after the delivery is not believed").isEqualTo(ShipmentState.DELIVERED);
        assertThat(desk.now(s).deliveredAt()).isEqualTo(T0.plusSeconds(240));
        assertThat(desk.shipments.events(WANG, s.id())).hasSize(6).isSortedAccordingTo((a, b) -> b.at().compareTo(a.at()));
        assertThat(desk.orders.statuses(7)).containsOnly(LineStatus.DELIVERED);
    }

    @TestTemplate
    void eventBeforeTheParcelHasItsNumberCountsOnceItHas() {
        desk.picked(7, "1");
        Shipment s = desk.desk.prepare(WANG, 7, List.of());
        assertThat(desk.events.take(WANG, "test", List.of(new CarrierEvent("e1", "T0-1", TrackingStatus.OUT_FOR_DELIVERY, T0, null, null)))).isEqualTo(new Taken(1, 0, 1));

        desk.desk.label(WANG, s.id(), s.version(), "test", null, null);
        desk.events.catchUp(10);
        assertThat(desk.now(s).state()).as("the carrier has it, so it left").isEqualTo(ShipmentState.OUT_FOR_DELIVERY);
        assertThat(desk.orders.statuses(7)).containsOnly(LineStatus.SHIPPED);
    }

    @TestTemplate
    void whatCannotMoveIsKeptAndTriedAgain() {
        desk.picked(7, "1");
        Shipment s = desk.desk.prepare(WANG, 7, List.of());
        s = desk.desk.label(WANG, s.id(), s.version(), "test", null, null);
        // the order was stopped meanwhile
        desk.orders.actions().cancel(Actor.system("x"), 7, desk.orders.get(7).version(), Set.of(desk.orders.get(7).lines().get(0).id()), "no");
        assertThat(tell(desk.event(s, 1, TrackingStatus.IN_TRANSIT, T0)).taken()).isEqualTo(1);

        assertThat(desk.now(s).state()).isEqualTo(ShipmentState.LABELLED);
        assertThat(desk.now(s).problem()).isNotNull();
        assertThat(desk.shipments.events(WANG, s.id())).hasSize(1);
        assertThat(desk.events.catchUp(10)).isEqualTo(1);
    }

    @TestTemplate
    void namesAllThatIsWrongWithEvents() {
        CarrierEvent bad = new CarrierEvent("x".repeat(191), " ", TrackingStatus.LOST, Instant.parse("1970-01-01T00:00:00Z"), "p".repeat(201), null);

        assertThatThrownBy(() -> desk.events.take(WANG, "", List.of(bad))).isInstanceOfSatisfying(AmphoraException.Invalid.class, e -> assertThat(e.problems()).hasSize(5));
        assertThatThrownBy(() -> desk.events.take(new Actor("x", "x", Set.of("order.read")), "test", List.of())).isInstanceOf(AmphoraException.NotPermitted.class);
    }

    @TestTemplate
    void polledEventsMoveTheShipment() {
        Shipment s = desk.shipped("test", "1");
        carrier.tells.add(desk.event(s, 1, TrackingStatus.IN_TRANSIT, T0));
        carrier.tells.add(new CarrierEvent(null, s.parcels().get(0).trackingNumber(), TrackingStatus.DELIVERED, Instant.parse("1970-01-01T00:00:00Z"), null, "nonsense"));

        assertThat(desk.poll.poll(Instant.now(), 10)).as("not yet due").isZero();
        assertThat(desk.poll.poll(Instant.now().plus(Duration.ofMinutes(6)), 10)).isEqualTo(1);
        assertThat(desk.now(s).state()).isEqualTo(ShipmentState.IN_TRANSIT);
        assertThat(desk.poll.poll(Instant.now().plus(Duration.ofMinutes(7)), 10)).as("asked just now").isZero();
    }

    @TestTemplate
    void lateAndLostShipmentsComeUpByThemselves() {
        carrier.expected = LocalDate.now().minusDays(3);
        Shipment s = desk.shipped("test", "1");
        assertThat(desk.shipments.countTroubled(WANG, 10)).isZero();

        assertThat(desk.poll.notice(Instant.now(), 10)).isEqualTo(1);
        assertThat(desk.poll.notice(Instant.now(), 10)).as("told once").isZero();
        assertThat(desk.now(s).lateSince()).isNotNull();
        assertThat(desk.shipments.countTroubled(WANG, 10)).isEqualTo(1);
        assertThat(desk.shipments.list(WANG, new ShipmentFilter(null, null, true, null), PageRequest.first(9)).items()).hasSize(1);
        assertThat(desk.topics()).containsOnlyOnce("shipment.late");

        tell(desk.event(s, 1, TrackingStatus.LOST, T0));
        assertThat(desk.now(s).state()).isEqualTo(ShipmentState.LOST);
        assertThat(desk.topics()).contains("shipment.lost");
        tell(desk.event(s, 1, TrackingStatus.DELIVERED, T0.plusSeconds(60)));
        assertThat(desk.now(s).lateSince()).isNull();
        assertThat(desk.shipments.countTroubled(WANG, 10)).isZero();
    }

    @TestTemplate
    void silenceMakesLate() {
        Shipment s = desk.shipped("test", "1");

        assertThat(desk.poll.notice(Instant.now().plus(Duration.ofDays(4)), 10)).isZero();
        assertThat(desk.shipments.list(WANG, new ShipmentFilter(null, null, false, null), PageRequest.first(9)).items()).hasSize(1);
        assertThat(desk.now(s).lateSince()).isNull();
        assertThat(desk.poll.notice(Instant.now().plus(Duration.ofDays(6)), 10)).isEqualTo(1);
        assertThat(desk.now(s).lateSince()).isNotNull();
    }
}
