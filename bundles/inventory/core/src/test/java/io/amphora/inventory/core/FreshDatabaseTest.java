package io.amphora.inventory.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.amphora.inventory.api.Location;
import io.amphora.platform.test.BothDatabases;
import io.amphora.platform.test.TestDatabase;
import org.junit.jupiter.api.TestTemplate;

@BothDatabases(InventoryEntities.class)
class FreshDatabaseTest {
    @TestTemplate
    void hasAMainLocationAndTakesMore(TestDatabase db) {
        JpaLocations locations = new JpaLocations(db.tx("inventory"), db.outbox());

        assertThat(locations.active()).extracting(Location::code).containsExactly("MAIN");
        assertThat(locations.create(Fixture.WANG, "EAST", "East", null, 20).id()).isGreaterThan(1);
    }
}
