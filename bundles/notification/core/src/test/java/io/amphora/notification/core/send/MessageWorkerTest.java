package io.amphora.notification.core.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.PageRequest;
import io.amphora.notification.api.Message;
import io.amphora.notification.api.MessageFilter;
import io.amphora.notification.api.MessageState;
import io.amphora.notification.api.Occasion;
import io.amphora.notification.api.OutgoingMessage;
import io.amphora.notification.api.Paper;
import io.amphora.notification.api.PaperRequest;
import io.amphora.notification.api.Recipient;
import io.amphora.notification.api.TransportException;
import io.amphora.notification.core.JpaMessageLog;
import io.amphora.notification.core.JpaNotices;
import io.amphora.notification.core.ManualClock;
import io.amphora.notification.core.World;
import io.amphora.notification.core.store.Draft;
import io.amphora.notification.core.store.MessageEntity;
import io.amphora.notification.core.store.NotificationEntities;
import io.amphora.order.api.OrderHistory;
import io.amphora.platform.api.Tx;
import io.amphora.platform.test.BothDatabases;
import io.amphora.platform.test.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;

@BothDatabases(NotificationEntities.class)
class MessageWorkerTest {
    private static final Actor BY = Actor.system("test");

    private final ManualClock clock = new ManualClock(World.THEN);
    private final FakeTransports fakes = new FakeTransports();
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final OrderHistory history = (order, who, what, note) -> told.add(order + " " + who + " " + what + " " + note);
    private final PaperBook papers = new PaperBook();
    private TestDatabase db;
    private Tx tx;
    private MessageWorker worker;
    private JpaMessageLog log;
    private JpaNotices notices;

    @BeforeEach
    void setUp(TestDatabase database) {
        db = database;
        db.clear();
        tx = db.tx("notification");
        TransportBook book = fakes.book();
        worker = new MessageWorker(tx, db.outbox(), history, book, papers, clock);
        log = new JpaMessageLog(tx, db.outbox(), worker, book, clock);
        notices = new JpaNotices(tx, db.outbox());
    }

    @AfterEach
    void stop() {
        worker.stop();
    }

    private void write(String dedup, String transport, MessageState state, Instant due) {
        Draft draft = new Draft(dedup, "order.shipped", "5", "SO-5", transport, new Recipient(Recipient.Kind.PERSON, "mia", "Mia", "mia@example.com"), "en", "Subject", "Text", "order/5", state, due,
                null);
        tx.call(em -> {
            em.persist(new MessageEntity(draft, clock.instant()));
            return null;
        });
        worker.wake();
    }

    private Message only() {
        return log.list(BY, MessageFilter.ALL, PageRequest.first(10)).items().get(0);
    }

    @TestTemplate
    void sendsWhatIsDueAndNothingElse() {
        write("a", "email", MessageState.QUEUED, World.THEN);
        write("b", "email", MessageState.WAITING, World.THEN.plusSeconds(3600));
        await().until(() -> log.list(BY, new MessageFilter(MessageState.SENT, null), PageRequest.first(10)).items().size() == 1);
        assertThat(fakes.sent).hasSize(1);
        assertThat(fakes.sent.get(0).html()).contains("Text");

        clock.forward(Duration.ofHours(1));
        worker.wake();
        await().until(() -> fakes.sent.size() == 2);
        assertThat(db.events()).extracting(e -> e.topic()).contains("notification.changed");
        await().untilAsserted(() -> assertThat(told).containsExactly("5 system:notification message-sent Subject → mia@example.com", "5 system:notification message-sent Subject → mia@example.com"));
    }

    @TestTemplate
    void triesAgainWithGrowingPausesAndGivesUpAtLast() {
        fakes.sending = m -> {
            throw new TransportException("mailbox busy", false);
        };
        write("a", "email", MessageState.QUEUED, World.THEN);
        await().until(() -> "mailbox busy".equals(only().lastError()));
        assertThat(only().state()).isEqualTo(MessageState.QUEUED);
        assertThat(only().dueAt()).isEqualTo(World.THEN.plusSeconds(15));
        assertThat(List.of(MessageWorker.pause(1), MessageWorker.pause(2), MessageWorker.pause(3), MessageWorker.pause(8), MessageWorker.pause(70)))
                .containsExactly(Duration.ofSeconds(15), Duration.ofMinutes(1), Duration.ofMinutes(4), Duration.ofHours(6), Duration.ofHours(6));
        tx.call(em -> {
            em.createQuery("update MessageEntity m set m.tries = :tries").setParameter("tries", MessageWorker.TRIES - 1).executeUpdate();
            return null;
        });
        clock.forward(Duration.ofDays(1));
        worker.wake();
        await().until(() -> only().state() == MessageState.FAILED);
        assertThat(log.countFailed(10)).isEqualTo(1);

        fakes.sending = m -> { };
        Message failed = only();
        assertThatThrownBy(() -> log.resend(new Actor("x", "x", Set.of("notification.read")), failed.id(), failed.version())).isInstanceOf(AmphoraException.NotPermitted.class);
        assertThatThrownBy(() -> log.resend(BY, failed.id(), failed.version() - 1)).isInstanceOf(AmphoraException.Stale.class);
        log.resend(BY, failed.id(), failed.version());
        await().until(() -> only().state() == MessageState.SENT);
        assertThat(only().lastError()).isNull();
    }

    private void writeWithPaper(String dedup) {
        Draft draft = new Draft(dedup, "invoice.issued", "5", "SO-5", "email", new Recipient(Recipient.Kind.CUSTOMER, "7", "Lee", "lee@example.com"), "zh", "Subject", "Text", null,
                MessageState.QUEUED, World.THEN, null).with(new Draft.PaperOf(5, 77L));
        tx.call(em -> {
            em.persist(new MessageEntity(draft, clock.instant()));
            return null;
        });
        worker.wake();
    }

    @TestTemplate
    void papersGoWithTheMessageAndAgainWhenItIsSentAgain() {
        List<PaperRequest> asked = new CopyOnWriteArrayList<>();
        papers.bindPaper(request -> {
            asked.add(request);
            return List.of(new Paper("INV-1.pdf", "application/pdf", "%PDF".getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
        });
        writeWithPaper("a");
        await().until(() -> only().state() == MessageState.SENT);
        assertThat(only().papers()).containsExactly("INV-1.pdf");
        await().untilAsserted(() -> assertThat(told).containsExactly("5 system:notification message-sent Subject → lee@example.com · INV-1.pdf"));
        log.resend(BY, only().id(), only().version());
        await().until(() -> fakes.sent.size() == 2);
        assertThat(fakes.sent).allSatisfy(m -> assertThat(m.papers()).extracting(Paper::name).containsExactly("INV-1.pdf"));
        assertThat(asked).hasSize(2).containsOnly(new PaperRequest(only().id(), Occasion.INVOICE_ISSUED, 5, 77L, java.util.Locale.CHINESE));
    }

    @TestTemplate
    void goesWithoutAPaperWhileNobodyMakesAnyButWaitsForOneThatFails() {
        writeWithPaper("a");
        await().until(() -> only().state() == MessageState.SENT);
        assertThat(only().papers()).isEmpty();
        papers.bindPaper(request -> {
            throw new IllegalStateException("no ink");
        });
        writeWithPaper("b");
        await().until(() -> only().lastError() != null);
        assertThat(only().lastError()).contains("no ink");
        assertThat(only().state()).isEqualTo(MessageState.QUEUED);
        assertThat(fakes.sent).hasSize(1);
    }

    @TestTemplate
    void givesUpAtOnceWhenTryingAgainIsOfNoUse() {
        fakes.sending = m -> {
            throw new TransportException("no such address", true);
        };
        write("a", "email", MessageState.QUEUED, World.THEN);
        await().until(() -> only().state() == MessageState.FAILED);
        assertThat(only().tries()).isEqualTo(1);
    }

    @TestTemplate
    void whateverATransportThrowsOnlyDelaysItsMessage() {
        fakes.sending = m -> {
            throw new NoClassDefFoundError("gone");
        };
        write("a", "email", MessageState.QUEUED, World.THEN);
        write("b", "bell", MessageState.QUEUED, World.THEN);
        await().until(() -> notices.unread(new Actor("mia", "Mia", Set.of()), 10) == 1);
        await().until(() -> log.list(BY, new MessageFilter(MessageState.QUEUED, null), PageRequest.first(10)).items().stream().anyMatch(m -> "gone".equals(m.lastError())));
    }

    @TestTemplate
    void severalNodesSendEachMessageOnce() {
        MessageWorker other = new MessageWorker(tx, db.outbox(), history, fakes.book(), papers, clock);
        try {
            for (int i = 0; i < 40; i++) {
                write("m" + i, "email", MessageState.QUEUED, World.THEN);
                other.wake();
            }
            await().until(() -> log.list(BY, new MessageFilter(MessageState.SENT, null), PageRequest.first(50)).items().size() == 40);
            assertThat(fakes.sent).extracting(OutgoingMessage::id).doesNotHaveDuplicates().hasSize(40);
        } finally {
            other.stop();
        }
    }

    @TestTemplate
    void bellShowsOwnMessagesUntilTheyAreRead() {
        Actor mia = new Actor("mia", "Mia", Set.of());
        Actor eve = new Actor("eve", "Eve", Set.of());
        write("a", "bell", MessageState.QUEUED, World.THEN);
        write("b", "bell", MessageState.QUEUED, World.THEN);
        write("c", "bell", MessageState.WAITING, World.THEN.plusSeconds(3600));
        await().until(() -> notices.unread(mia, 10) == 2);
        List<Message> mine = notices.list(mia, PageRequest.first(10)).items();
        assertThat(mine).hasSize(2).allSatisfy(m -> assertThat(m.unread()).isTrue());
        assertThat(notices.list(eve, PageRequest.first(10)).items()).isEmpty();
        notices.read(eve, List.of(mine.get(0).id()));
        assertThat(notices.unread(mia, 10)).as("nobody reads for others").isEqualTo(2);
        notices.read(mia, List.of(mine.get(0).id()));
        assertThat(notices.unread(mia, 10)).isEqualTo(1);
        notices.readAll(mia);
        assertThat(notices.unread(mia, 10)).isZero();
        assertThat(notices.list(mia, PageRequest.first(10)).items()).hasSize(2);
        assertThat(db.events()).filteredOn(e -> e.topic().equals("notification.bell")).extracting(e -> e.key()).containsOnly("mia");
    }

    @TestTemplate
    void testMessageGoesTheSameWay() {
        assertThatThrownBy(() -> log.test(BY, "pigeon", null)).isInstanceOf(AmphoraException.Invalid.class);
        assertThatThrownBy(() -> log.test(BY, "email", "nobody")).isInstanceOf(AmphoraException.Invalid.class);
        log.test(BY, "email", "ada@example.com");
        await().until(() -> fakes.sent.size() == 1);
        assertThat(fakes.sent.get(0).to().address()).isEqualTo("ada@example.com");
    }
}
