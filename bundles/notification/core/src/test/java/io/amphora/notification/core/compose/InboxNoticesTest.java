package io.amphora.notification.core.compose;

import static org.assertj.core.api.Assertions.assertThat;

import io.amphora.common.Actor;
import io.amphora.common.PageRequest;
import io.amphora.identity.api.Role;
import io.amphora.notification.api.Message;
import io.amphora.notification.api.MessageFilter;
import io.amphora.notification.api.MessageState;
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
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.TestTemplate;

@BothDatabases(NotificationEntities.class)
class InboxNoticesTest {
    private final World world = new World();
    private MessageWorker worker;

    @AfterEach
    void stop() {
        FakeTransports.stop(worker);
    }

    private static Event failed(long id, String channel) {
        return new Event(id, "inbox.failed", "9", "{\"channel\":\"" + channel + "\",\"externalId\":\"W-1\",\"problems\":2}", World.THEN);
    }

    @TestTemplate
    void tellsThoseWhoMendTheInboxUnlessTheChannelIsSilent(TestDatabase db) {
        db.clear();
        Tx tx = db.tx("notification");
        ManualClock clock = new ManualClock(World.THEN);
        worker = FakeTransports.worker(tx, db.outbox(), new TransportBook(), clock);
        TransportBook book = new FakeTransports().book();
        Installation installation = new Installation(world.settings());
        world.person("mia", Role.MANAGER);
        world.person("ivan", Role.INTEGRATOR);
        world.person("sal", Role.SALES);
        InboxNotices notices = new InboxNotices(new Directory(tx, world.users(), book, installation), installation, new JpaTemplates(tx, db.outbox()), new Outgoing(tx, worker, installation, clock));

        notices.on(List.of(failed(1, "shop"), failed(1, "shop"), failed(2, "test")));

        List<Message> written = new JpaMessageLog(tx, db.outbox(), worker, book, clock).list(Actor.system("test"), MessageFilter.ALL, PageRequest.first(10)).items();
        assertThat(written).extracting(m -> m.to().id() + " " + m.transport() + " " + (m.state() == MessageState.SUPPRESSED)).containsExactlyInAnyOrder("mia bell false", "ivan bell false", "mia bell true",
                "ivan bell true");
        Message first = written.get(written.size() - 1);
        assertThat(first.subject()).isEqualTo("Order W-1 of shop waits in the inbox");
        assertThat(first.text()).contains("Problems: 2");
        assertThat(first.link()).isEqualTo("inbox?view=FAILED");
    }
}
