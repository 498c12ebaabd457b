package io.amphora.order.core;

import static io.amphora.order.core.OrderFixture.ALL;
import static io.amphora.order.core.OrderFixture.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amphora.catalog.api.KitComponent;
import io.amphora.catalog.api.Product;
import io.amphora.common.AmphoraException;
import io.amphora.common.Money;
import io.amphora.common.Problem;
import io.amphora.inventory.api.Location;
import io.amphora.inventory.core.InventoryEntities;
import io.amphora.inventory.core.JpaLocations;
import io.amphora.inventory.core.JpaReservations;
import io.amphora.inventory.core.JpaStock;
import io.amphora.order.api.KitPart;
import io.amphora.order.api.Order;
import io.amphora.platform.api.Tx;
import io.amphora.platform.test.BothDatabases;
import io.amphora.platform.test.TestDatabase;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;

/** One line for the customer, several claims on stock. */
@BothDatabases({OrderEntities.class, InventoryEntities.class})
class KitOrderTest {
    private OrderFixture orders;
    private JpaStock stock;
    private Location main;

    @BeforeEach
    void setUp(TestDatabase db) {
        db.clear();
        Tx tx = db.tx("inventory");
        JpaLocations locations = new JpaLocations(tx, db.outbox());
        main = locations.create(ALL, "MAIN", "Main", null, 1);
        stock = new JpaStock(tx, db.outbox(), Clock.systemUTC());
        orders = new OrderFixture(db, new JpaReservations(tx, db.outbox(), locations, Clock.systemUTC()));
        orders.twins.locations.clear();
        orders.twins.locations.add(main);
        orders.twins.products.put("SET", new Product(99, "SET", "Tea set", "pcs", Money.of("30.00", "EUR"), null, true, true, 1, null, null,
                List.of(new KitComponent("SKU-1", new BigDecimal("4")), new KitComponent("SKU-2", BigDecimal.ONE))));
        stock.receive(ALL, "SKU-1", main.id(), new BigDecimal("20"), "r");
        stock.receive(ALL, "SKU-2", main.id(), new BigDecimal("4"), "r");
    }

    private String figures(String sku) {
        return stock.levels(ALL, List.of(sku)).stream().map(l -> l.onHand().stripTrailingZeros().toPlainString() + "/" + l.reserved().stripTrailingZeros().toPlainString()).findFirst().orElseThrow();
    }

    @TestTemplate
    void staysOneLineAndTakesItsComponents() {
        Order placed = orders.entry.place(ALL, anOrder().with("SET", "3").with("SKU-1", "1").build());

        assertThat(placed.lines()).hasSize(2);
        assertThat(placed.lines().get(0).parts()).containsExactly(new KitPart("SKU-1", new BigDecimal("4")), new KitPart("SKU-2", BigDecimal.ONE));
        assertThat(figures("SKU-1")).isEqualTo("20/13");
        assertThat(figures("SKU-2")).isEqualTo("4/3");

        Order less = orders.actions.cancelPart(ALL, placed.id(), placed.version(), placed.lines().get(0).id(), BigDecimal.ONE, "x");
        assertThat(figures("SKU-1")).isEqualTo("20/9");
        Order assigned = orders.actions.assign(ALL, less.id(), less.version(), main.id(), null, null);
        Order picked = orders.actions.pick(ALL, assigned.id(), assigned.version(), Set.of());
        orders.actions.ship(ALL, picked.id(), picked.version(), Set.of(), null, null);
        assertThat(figures("SKU-1")).isEqualTo("11/0");
        assertThat(figures("SKU-2")).isEqualTo("2/0");
        assertThat(stock.verify(ALL)).isEmpty();
    }

    @TestTemplate
    void tooFewOfOneComponentIsTooFewKits() {
        assertThatThrownBy(() -> orders.entry.place(ALL, anOrder().with("SKU-3", "0.5").with("SET", "5").build())).isInstanceOfSatisfying(AmphoraException.Refused.class,
                e -> assertThat(e.problems()).extracting(Problem::message).contains("SET: 5 wanted, 4 available"));
        assertThatThrownBy(() -> orders.entry.place(ALL, anOrder().with("SET", "1.5").build())).isInstanceOf(AmphoraException.Invalid.class);
        assertThat(figures("SKU-1")).isEqualTo("20/0");
    }
}
