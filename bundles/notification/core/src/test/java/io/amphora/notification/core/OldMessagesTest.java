package io.amphora.notification.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.amphora.common.Actor;
import io.amphora.common.PageRequest;
import io.amphora.notification.api.Message;
import io.amphora.notification.api.MessageFilter;
import io.amphora.notification.api.MessageState;
import io.amphora.notification.api.Recipient;
import io.amphora.notification.core.compose.Installation;
import io.amphora.notification.core.send.FakeTransports;
import io.amphora.notification.core.send.TransportBook;
import io.amphora.notification.core.store.Draft;
import io.amphora.notification.core.store.MessageEntity;
import io.amphora.notification.core.store.NotificationEntities;
import io.amphora.platform.test.BothDatabases;
import io.amphora.platform.test.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.TestTemplate;

@BothDatabases(NotificationEntities.class)
class OldMessagesTest {
    @TestTemplate
    void goAfterTheirTimeUnlessTheyAreStillToBeSent(TestDatabase db) {
        db.clear();
        World world = new World();
        world.settings.put("/notification.keep-days", "30");
        ManualClock clock = new ManualClock(World.THEN);
        var tx = db.tx("notification");
        tx.call(em -> {
            em.persist(new MessageEntity(draft("old", null), World.THEN.minus(Duration.ofDays(31))));
            em.persist(new MessageEntity(draft("old but open", World.THEN), World.THEN.minus(Duration.ofDays(31))));
            em.persist(new MessageEntity(draft("young", null), World.THEN.minus(Duration.ofDays(29))));
            return null;
        });
        OldMessages old = new OldMessages(tx, new Installation(world.settings()), clock);
        var worker = FakeTransports.worker(tx, db.outbox(), new TransportBook(), clock);
        try {
            assertThat(old.remove()).isEqualTo(1);
            JpaMessageLog log = new JpaMessageLog(tx, db.outbox(), worker, new TransportBook(), clock);
            assertThat(log.list(Actor.system("test"), MessageFilter.ALL, PageRequest.first(9)).items()).extracting(Message::subject).containsExactlyInAnyOrder("old but open", "young");
        } finally {
            old.stop();
            FakeTransports.stop(worker);
        }
    }

    private static Draft draft(String name, Instant due) {
        return new Draft(name, "order.shipped", "5", "SO-5", "email", new Recipient(Recipient.Kind.PERSON, "mia", "Mia", "m@example.com"), "en", name, "x", null,
                due == null ? MessageState.SUPPRESSED : MessageState.QUEUED, due, null);
    }
}
