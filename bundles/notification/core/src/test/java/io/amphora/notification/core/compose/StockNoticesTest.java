package io.amphora.notification.core.compose;

import static org.assertj.core.api.Assertions.assertThat;

import io.amphora.common.Actor;
import io.amphora.common.PageRequest;
import io.amphora.identity.api.Role;
import io.amphora.inventory.api.Location;
import io.amphora.inventory.api.Locations;
import io.amphora.inventory.api.Stock;
import io.amphora.inventory.api.StockLevel;
import io.amphora.notification.api.Message;
import io.amphora.notification.api.MessageFilter;
import io.amphora.notification.api.MessageTransport;
import io.amphora.notification.api.Occasion;
import io.amphora.notification.api.Subject;
import io.amphora.notification.core.JpaMessageLog;
import io.amphora.notification.core.ManualClock;
import io.amphora.notification.core.World;
import io.amphora.notification.core.send.FakeTransports;
import io.amphora.notification.core.send.MessageWorker;
import io.amphora.notification.core.send.TransportBook;
import io.amphora.notification.core.store.NotificationEntities;
import io.amphora.notification.core.text.JpaTemplates;
import io.amphora.platform.api.Event;
import io.amphora.platform.api.Tx;
import io.amphora.platform.test.BothDatabases;
import io.amphora.platform.test.TestDatabase;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;

@BothDatabases(NotificationEntities.class)
class StockNoticesTest {
    private static final Actor BY = Actor.system("test");

    private final World world = new World();
    private final List<StockLevel> levels = new ArrayList<>();
    private StockNotices notices;
    private JpaSubscriptions subscriptions;
    private JpaMessageLog log;
    private MessageWorker worker;

    @BeforeEach
    void setUp(TestDatabase db) {
        db.clear();
        Tx tx = db.tx("notification");
        ManualClock clock = new ManualClock(World.THEN);
        worker = FakeTransports.worker(tx, db.outbox(), new TransportBook(), clock);
        TransportBook book = new FakeTransports().book();
        Installation installation = new Installation(world.settings());
        Directory directory = new Directory(tx, world.users(), book, installation);
        subscriptions = new JpaSubscriptions(tx, db.outbox(), directory, book);
        log = new JpaMessageLog(tx, db.outbox(), worker, book, clock);
        Stock stock = World.fake(Stock.class, (method, args) -> method.equals("levels") ? levels : null);
        Locations locations = World.fake(Locations.class, (method, args) -> method.equals("list") ? List.of(new Location(1, "MAIN", "Main warehouse", null, 1, true, 1)) : null);
        notices = new StockNotices(directory, installation, new JpaTemplates(tx, db.outbox()), new Outgoing(tx, worker, installation, clock), stock, locations);
        world.person("mia", Role.MANAGER);
        world.person("sal", Role.SALES);
    }

    @AfterEach
    void stop() {
        FakeTransports.stop(worker);
    }

    private void level(String sku, String onHand, String reserved, String safety) {
        levels.add(new StockLevel(levels.size() + 1, sku, 1, new BigDecimal(onHand), new BigDecimal(reserved), new BigDecimal(safety), 1));
    }

    private void moved(String sku, Instant at) {
        notices.on(List.of(new Event(at.toEpochMilli(), "stock.changed", sku, "{}", at)));
    }

    private List<Message> written() {
        return log.list(BY, MessageFilter.ALL, PageRequest.first(50)).items();
    }

    @TestTemplate
    void tellsOnceADayOfStockThatIsLow() {
        level("PEN", "12.000", "1.000", "5.000");
        level("BOOK", "100", "0", "5");
        moved("PEN", World.THEN);
        moved("PEN", World.THEN.plusSeconds(60));
        assertThat(written()).hasSize(0);
        levels.clear();
        level("PEN", "12.000", "3.500", "5.000");
        moved("PEN", World.THEN);
        moved("PEN", World.THEN.plusSeconds(60));
        assertThat(written()).hasSize(1);
        Message message = written().get(0);
        assertThat(message.subject()).isEqualTo("Low stock: PEN");
        assertThat(message.text()).isEqualTo("PEN is running out at Main warehouse: 3.5 available, 12 there, 5 kept as a buffer.");
        assertThat(message.to().id()).isEqualTo("mia");
        moved("PEN", World.THEN.plus(Duration.ofDays(1)));
        assertThat(written()).hasSize(2);
    }

    @TestTemplate
    void asksForNoStockWhenNobodyWantsToKnow() {
        subscriptions.set(BY, Subject.person("mia"), Occasion.STOCK_LOW, MessageTransport.BELL, false);
        level("PEN", "0", "0", "0");
        moved("PEN", World.THEN);
        assertThat(written()).isEmpty();
    }
}
