package io.amphora.inventory.core;

import io.amphora.common.Actor;
import io.amphora.inventory.api.Location;
import io.amphora.inventory.api.Locations;
import io.amphora.inventory.api.Reservations.Wanted;
import io.amphora.inventory.api.Stock;
import io.amphora.inventory.api.StockLevel;
import io.amphora.platform.api.Tx;
import io.amphora.platform.test.TestDatabase;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/** The services over an empty database with two locations. */
final class Fixture {
    static final Actor WANG = new Actor("wang", "Wang", Set.of(Stock.READ, Stock.ADJUST, Locations.CONFIGURE));
    static final Actor GUEST = new Actor("guest", "Guest", Set.of());

    final TestDatabase db;
    final Tx tx;
    final JpaLocations locations;
    final JpaReservations reservations;
    final JpaStock stock;
    final Location main;
    final Location east;

    Fixture(TestDatabase db) {
        this.db = db;
        db.clear();
        tx = db.tx("inventory");
        locations = new JpaLocations(tx, db.outbox());
        reservations = new JpaReservations(tx, db.outbox(), locations, Clock.systemUTC());
        stock = new JpaStock(tx, db.outbox(), Clock.systemUTC());
        main = locations.create(WANG, "MAIN", "Main warehouse", null, 10);
        east = locations.create(WANG, "EAST", "East hub", "Poland", 20);
    }

    static BigDecimal q(String quantity) {
        return new BigDecimal(quantity);
    }

    static Wanted want(long line, String sku, String quantity) {
        return new Wanted(line, sku, q(quantity));
    }

    void receive(String sku, Location at, String quantity) {
        stock.receive(WANG, sku, at.id(), q(quantity), null);
    }

    StockLevel level(String sku, Location at) {
        return stock.levels(WANG, List.of(sku)).stream().filter(l -> l.locationId() == at.id()).findFirst().orElseThrow();
    }

    /** {@code on hand/reserved} */
    String figures(String sku, Location at) {
        StockLevel l = level(sku, at);
        return Quantities.text(l.onHand()) + "/" + Quantities.text(l.reserved());
    }
}
