package io.amphora.fulfilment.core.ship;

import io.amphora.common.Actor;
import io.amphora.fulfilment.api.Carrier;
import io.amphora.fulfilment.api.CarrierEvent;
import io.amphora.fulfilment.api.Shipment;
import io.amphora.fulfilment.api.TrackingStatus;
import io.amphora.fulfilment.core.TestOrders;
import io.amphora.fulfilment.core.carrier.CarrierBook;
import io.amphora.fulfilment.core.carrier.OwnDelivery;
import io.amphora.order.api.Order;
import io.amphora.platform.api.Settings;
import io.amphora.platform.test.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Fulfilment on a test database, with orders that are twins. */
final class Desk {
    static final Actor WANG = new Actor("wang", "Wang", Set.of("order.read", "order.fulfil", "fulfilment.track"));

    final TestOrders orders = new TestOrders();
    final Map<String, String> settings = new HashMap<>();
    final CarrierBook book = new CarrierBook(Duration.ofMillis(300));
    final TestDatabase db;
    final CarrierCalls calls;
    final TakeEvents events;
    final PollCarriers poll;
    final ShipmentWatch watch;
    final StoredShipments shipments;
    final ShippingDeskService desk;
    final Setups setups;
    final FollowShipment follow;

    Desk(TestDatabase db) {
        this.db = db;
        Dispatches dispatches = new Dispatches(db.outbox(), (order, who, what, note) -> { });
        setups = new Setups(db.tx("fulfilment"), new Settings() {
            @Override
            public Optional<String> get(String owner, String key) {
                return Optional.ofNullable(settings.get(key));
            }

            @Override
            public void put(String owner, String key, String value) {
                settings.put(key, value);
            }
        }, db.outbox());
        calls = new CarrierCalls(db.tx("fulfilment"), book, orders.queries(), dispatches);
        ShipShipment ship = new ShipShipment(db.tx("fulfilment"), orders.queries(), orders.actions(), dispatches);
        follow = new FollowShipment(db.tx("fulfilment"), dispatches, ship, setups, new SettleOrder(orders.queries(), orders.actions()));
        events = new TakeEvents(db.tx("fulfilment"), follow);
        poll = new PollCarriers(db.tx("fulfilment"), book, events, follow, setups);
        ReportShipment report = new ReportShipment(db.tx("fulfilment"), follow);
        watch = new ShipmentWatch(db.tx("fulfilment"), orders.queries(), dispatches, report);
        shipments = new StoredShipments(db.tx("fulfilment"), orders.queries());
        desk = new ShippingDeskService(db.tx("fulfilment"), orders.queries(), book, new PackShipment(db.tx("fulfilment"), orders.queries(), dispatches, setups),
                new LabelShipment(db.tx("fulfilment"), book, calls, dispatches), ship, report);
        carrier(new OwnDelivery(), OwnDelivery.ID);
    }

    void carrier(Carrier carrier, String id) {
        book.bindCarrier(carrier, Map.of(Carrier.PROPERTY_ID, id));
    }

    /** An order all of which is picked. */
    Order picked(long id, String... quantities) {
        Order order = orders.add(id, quantities);
        return orders.actions().pick(WANG, id, order.version(), order.lines().stream().map(Order.Line::id).collect(Collectors.toSet()));
    }

    /** A shipment of order 7 that left with this carrier. */
    Shipment shipped(String carrier, String... quantities) {
        picked(7, quantities);
        Shipment s = desk.prepare(WANG, 7, List.of());
        s = desk.label(WANG, s.id(), s.version(), carrier, null, null);
        return desk.ship(WANG, s.id(), s.version());
    }

    CarrierEvent event(Shipment s, int parcel, TrackingStatus status, Instant at) {
        return new CarrierEvent(null, s.parcels().get(parcel - 1).trackingNumber(), status, at, "Oslo", null);
    }

    Shipment now(Shipment s) {
        return shipments.find(WANG, s.id());
    }

    List<String> topics() {
        return db.events().stream().map(e -> e.topic()).toList();
    }
}
