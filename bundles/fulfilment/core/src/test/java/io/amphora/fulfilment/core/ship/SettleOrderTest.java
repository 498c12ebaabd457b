package io.amphora.fulfilment.core.ship;

import static io.amphora.fulfilment.core.ship.Desk.WANG;
import static org.assertj.core.api.Assertions.assertThat;

import io.amphora.fulfilment.api.NewParcel;
import io.amphora.fulfilment.api.Shipment;
import io.amphora.fulfilment.api.ShipmentState;
import io.amphora.fulfilment.api.TrackingStatus;
import io.amphora.fulfilment.core.FulfilmentEntities;
import io.amphora.order.api.LineStatus;
import io.amphora.order.api.Order;
import io.amphora.platform.api.Event;
import io.amphora.platform.test.BothDatabases;
import io.amphora.platform.test.TestDatabase;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;

/** What becomes of parcels becomes of the lines of the order. */
@BothDatabases(FulfilmentEntities.class)
class SettleOrderTest {
    private Desk desk;

    @BeforeEach
    void setUp(TestDatabase db) {
        db.clear();
        desk = new Desk(db);
        desk.carrier(new TestCarrier(), "test");
    }

    /** A line of this quantity, one piece in each parcel. */
    private Shipment sent(int pieces) {
        desk.picked(7, String.valueOf(pieces));
        long line = desk.orders.get(7).lines().get(0).id();
        NewParcel one = new NewParcel(null, null, null, null, List.of(new NewParcel.Item(line, BigDecimal.ONE)));
        Shipment s = desk.desk.prepare(WANG, 7, java.util.Collections.nCopies(pieces, one));
        s = desk.desk.label(WANG, s.id(), s.version(), "test", null, null);
        return desk.desk.ship(WANG, s.id(), s.version());
    }

    private void report(Shipment s, int parcel, TrackingStatus status) {
        desk.desk.report(WANG, s.id(), desk.now(s).version(), parcel, status, null, null);
    }

    private void heard(String topic) {
        desk.watch.on(List.of(new Event(1, topic, "7", "{}", Instant.now())));
    }

    private List<String> lines() {
        return desk.orders.get(7).lines().stream().map(l -> l.quantity().stripTrailingZeros().toPlainString() + " " + l.status()).sorted().toList();
    }

    @TestTemplate
    void oneArrivesAndOneComesBack() {
        Shipment s = sent(2);
        report(s, 1, TrackingStatus.DELIVERED);
        assertThat(lines()).as("the other may arrive today").containsExactly("2 SHIPPED");
        report(s, 2, TrackingStatus.RETURNED);

        assertThat(lines()).containsExactly("1 CANCELLED", "1 DELIVERED");
        assertThat(desk.now(s).state()).isEqualTo(ShipmentState.RETURNED);
        assertThat(desk.orders.done).anyMatch(d -> d.startsWith("comeBack") && d.contains("QUARANTINE") && d.contains(s.number()));
        heard("order.delivered");
        heard("order.came-back");
        desk.events.catchUp(10);
        assertThat(lines()).as("heard twice").containsExactly("1 CANCELLED", "1 DELIVERED");
        assertThat(desk.now(s).state()).isEqualTo(ShipmentState.RETURNED);
    }

    @TestTemplate
    void whatArrivedDoesNotWaitForWhatIsOnItsWayBackOrLost() {
        Shipment s = sent(3);
        report(s, 1, TrackingStatus.DELIVERED);
        report(s, 2, TrackingStatus.RETURNING);
        report(s, 3, TrackingStatus.LOST);
        assertThat(lines()).containsExactly("1 DELIVERED", "2 SHIPPED");
        report(s, 2, TrackingStatus.RETURNED);
        assertThat(lines()).containsExactly("1 CANCELLED", "1 DELIVERED", "1 SHIPPED");

        Order order = desk.orders.get(7);
        Set<Long> rest = Set.of(order.lines().stream().filter(l -> l.status() == LineStatus.SHIPPED).findFirst().orElseThrow().id());
        desk.orders.actions().lose(WANG, 7, order.version(), rest, "gone");
        assertThat(desk.shipments.countTroubled(WANG, 10)).as("somebody must look for it").isEqualTo(1);
        heard("order.lost");
        assertThat(lines()).containsExactly("1 CANCELLED", "1 CANCELLED", "1 DELIVERED");
        assertThat(desk.now(s).state()).as("nobody found it").isEqualTo(ShipmentState.LOST);
        assertThat(desk.shipments.countTroubled(WANG, 10)).as("it is given up").isZero();
    }

    @TestTemplate
    void wholeShipmentComesBack() {
        Shipment s = sent(2);
        desk.desk.report(WANG, s.id(), s.version(), null, TrackingStatus.RETURNED, null, null);

        assertThat(lines()).containsExactly("2 CANCELLED");
    }

    @TestTemplate
    void whatTheOrderSaysTheShipmentFollows() {
        Shipment back = sent(1);
        desk.orders.actions().comeBack(WANG, 7, desk.orders.get(7).version(), Set.of(desk.orders.get(7).lines().get(0).id()), io.amphora.order.api.BackTo.STOCK, null, "refused");
        heard("order.came-back");
        assertThat(desk.now(back).state()).isEqualTo(ShipmentState.RETURNED);
        assertThat(lines()).containsExactly("1 CANCELLED");

        Shipment lost = sent(1);
        desk.orders.actions().lose(WANG, 7, desk.orders.get(7).version(), Set.of(desk.orders.get(7).lines().get(0).id()), "gone");
        heard("order.lost");
        assertThat(desk.now(lost).state()).isEqualTo(ShipmentState.LOST);
        assertThat(desk.shipments.countTroubled(WANG, 10)).isZero();
        heard("order.came-back");
        assertThat(desk.now(lost).state()).as("something else came back").isEqualTo(ShipmentState.LOST);
    }
}
