package io.amphora.notification.core.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.PageRequest;
import io.amphora.notification.api.Message;
import io.amphora.notification.api.MessageFilter;
import io.amphora.notification.api.MessageState;
import io.amphora.notification.api.MessageTransport;
import io.amphora.notification.api.Occasion;
import io.amphora.notification.api.QuietHours;
import io.amphora.notification.api.Recipient;
import io.amphora.notification.core.JpaMessageLog;
import io.amphora.notification.core.ManualClock;
import io.amphora.notification.core.World;
import io.amphora.notification.core.send.FakeTransports;
import io.amphora.notification.core.send.MessageWorker;
import io.amphora.notification.core.send.TransportBook;
import io.amphora.notification.core.store.NotificationEntities;
import io.amphora.notification.core.text.DigestText;
import io.amphora.platform.api.Tx;
import io.amphora.platform.test.BothDatabases;
import io.amphora.platform.test.TestDatabase;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;

@BothDatabases(NotificationEntities.class)
class DigestsTest {
    private static final Actor BY = Actor.system("test");
    private static final Recipient MIA = new Recipient(Recipient.Kind.PERSON, "mia", "Mia", "mia@example.com");

    private final World world = new World();
    private final ManualClock clock = new ManualClock(World.THEN);
    private TestDatabase db;
    private Tx tx;
    private Outgoing outgoing;
    private Digests digests;
    private DigestSetupService setup;
    private JpaMessageLog log;
    private MessageWorker worker;

    @BeforeEach
    void setUp(TestDatabase database) {
        db = database;
        db.clear();
        tx = db.tx("notification");
        // nothing is sent here: the worker has no transports
        worker = FakeTransports.worker(tx, db.outbox(), new TransportBook(), clock);
        Installation installation = new Installation(world.settings());
        outgoing = new Outgoing(tx, worker, installation, clock);
        digests = new Digests(tx, db.outbox(), installation, worker, clock);
        setup = new DigestSetupService(tx, db.outbox(), installation);
        log = new JpaMessageLog(tx, db.outbox(), worker, new TransportBook(), clock);
    }

    @AfterEach
    void stop() {
        digests.stop();
        FakeTransports.stop(worker);
    }

    private void held(int from, int to, String transport, QuietHours quiet) {
        outgoing.keep(IntStream.rangeClosed(from, to).mapToObj(i -> outgoing.draft("event:" + i, Occasion.ORDER_HELD.id(), String.valueOf(i), "SO-" + i, transport, MIA, "en", "Order SO-" + i + " is on hold",
                "Text", "order/" + i, quiet)).toList());
    }

    private List<Message> in(MessageState state) {
        return log.list(BY, new MessageFilter(state, null), PageRequest.first(50)).items();
    }

    @TestTemplate
    void firstRingsAtOnceAndTheOthersComeAsOne() {
        held(1, 1, "bell", QuietHours.NONE);
        clock.forward(Duration.ofMinutes(1));
        held(2, 60, "bell", QuietHours.NONE);
        digests.gather();
        assertThat(in(MessageState.QUEUED)).extracting(Message::label).containsExactly("SO-1");
        clock.forward(Duration.ofMinutes(4));
        tx.call(em -> em.createQuery("update MessageEntity m set m.state = :s, m.unread = 1 where m.about = '1'").setParameter("s", MessageState.SENT).executeUpdate());

        digests.gather();
        digests.gather();

        assertThat(in(MessageState.QUEUED)).singleElement().satisfies(m -> {
            assertThat(m.subject()).as("with the first, which nobody read yet").isEqualTo("60 holds set");
            assertThat(m.link()).isEqualTo("orders?view=held");
            assertThat(m.text()).startsWith("• Order SO-60 is on hold\n").contains("and 10 more");
        });
        assertThat(in(MessageState.GATHERED)).hasSize(50);
        assertThat(in(MessageState.SENT)).isEmpty();
        assertThat(db.events()).anyMatch(e -> e.topic().equals("notification.bell") && e.key().equals("mia"));
    }

    @TestTemplate
    void mailsAreGatheredTooButNotTwoOnly() {
        held(1, 1, "email", QuietHours.NONE);
        held(2, 3, "email", QuietHours.NONE);
        clock.forward(Duration.ofMinutes(5));
        digests.gather();
        assertThat(in(MessageState.QUEUED)).as("one by one").extracting(Message::label).containsExactlyInAnyOrder("SO-1", "SO-2", "SO-3");
        held(4, 7, "email", QuietHours.NONE);
        clock.forward(Duration.ofMinutes(5));
        digests.gather();
        assertThat(in(MessageState.QUEUED)).extracting(Message::subject).contains("3 holds set");
    }

    @TestTemplate
    void whatWaitsForTheEndOfQuietHoursComesAsOne() {
        QuietHours quiet = new QuietHours(LocalTime.of(9, 0), LocalTime.of(12, 0), ZoneOffset.UTC);
        held(1, 3, "bell", quiet);
        assertThat(in(MessageState.WAITING)).hasSize(3);
        clock.forward(Duration.ofHours(2));
        digests.gather();
        assertThat(in(MessageState.QUEUED)).extracting(Message::subject).containsExactly("3 holds set");
    }

    @TestTemplate
    void whoIsNamedIsToldAtOnceAndNobodyIsGatheredWhenItIsOff() {
        outgoing.keep(IntStream.rangeClosed(1, 4).mapToObj(i -> outgoing.draft("event:" + i, Occasion.ORDER_APPROVAL.id(), "1", "SO-1", MessageTransport.BELL, MIA, "en", "x", "y", null, QuietHours.NONE)).toList());
        assertThat(in(MessageState.QUEUED)).hasSize(4);
        setup.change(BY, 0, setup.version(BY));
        held(11, 14, "bell", QuietHours.NONE);
        assertThat(in(MessageState.QUEUED)).hasSize(8);
        assertThat(setup.minutes(BY)).isZero();
        assertThatThrownBy(() -> setup.change(BY, 241, setup.version(BY))).isInstanceOf(AmphoraException.Invalid.class);
        assertThatThrownBy(() -> setup.change(BY, 3, 0)).isInstanceOf(AmphoraException.Stale.class);
    }

    @TestTemplate
    void everyOccasionThatIsGatheredHasWordsAndAPage() {
        for (Occasion o : Arrays.stream(Occasion.values()).filter(o -> !o.byName()).toList()) {
            for (String language : List.of("en", "zh")) {
                assertThat(DigestText.subject(o, language, 12)).as(o + language).contains("12");
            }
            assertThat(DigestText.page(o)).isNotBlank();
        }
    }
}
