package io.amphora.inventory.core;

import static io.amphora.inventory.core.Fixture.GUEST;
import static io.amphora.inventory.core.Fixture.WANG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.inventory.api.Location;
import io.amphora.platform.api.Event;
import io.amphora.platform.test.BothDatabases;
import io.amphora.platform.test.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;

@BothDatabases(InventoryEntities.class)
class JpaLocationsTest {
    private Fixture f;

    @BeforeEach
    void setUp(TestDatabase db) {
        f = new Fixture(db);
    }

    @TestTemplate
    void listsByPriority() {
        Location first = f.locations.create(WANG, "A-1", "First", null, 1);

        assertThat(f.locations.list(WANG)).containsExactly(first, f.main, f.east);
        assertThat(f.locations.active()).containsExactly(first, f.main, f.east);
    }

    @TestTemplate
    void followsLocalChangesAtOnce() {
        f.locations.active();

        Location closed = f.locations.change(WANG, f.main.id(), f.main.version(), "Closed", "Germany", 5, false);

        assertThat(f.locations.active()).containsExactly(f.east);
        assertThat(f.locations.list(WANG)).containsExactly(closed, f.east);
        assertThat(f.locations.change(WANG, closed.id(), closed.version(), "Closed", "Germany", 5, false)).isEqualTo(closed);
        assertThat(f.db.events()).extracting(Event::topic).containsExactly("location.created", "location.created", "location.changed");
    }

    @TestTemplate
    void refusesWhatIsWrongTakenOrStale() {
        assertThatThrownBy(() -> f.locations.create(WANG, "a b", "", "r".repeat(101), 1)).isInstanceOfSatisfying(AmphoraException.Invalid.class,
                e -> assertThat(e.problems()).extracting(Problem::field).containsExactly("code", "name", "region"));
        assertThatThrownBy(() -> f.locations.create(WANG, "MAIN", "x", null, 1)).isInstanceOfSatisfying(AmphoraException.Invalid.class,
                e -> assertThat(e.problems()).extracting(Problem::code).containsExactly("location.taken"));
        assertThatThrownBy(() -> f.locations.change(WANG, f.main.id(), 99, "x", null, 1, true)).isInstanceOf(AmphoraException.Stale.class);
        assertThatThrownBy(() -> f.locations.change(WANG, 4711, 1, "x", null, 1, true)).isInstanceOf(AmphoraException.NotFound.class);
        assertThatThrownBy(() -> f.locations.create(GUEST, "B", "x", null, 1)).isInstanceOf(AmphoraException.NotPermitted.class);
        assertThatThrownBy(() -> f.locations.list(GUEST)).isInstanceOf(AmphoraException.NotPermitted.class);
    }
}
