package io.amphora.platform.core.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.PageRequest;
import io.amphora.platform.api.DeadLetters;
import io.amphora.platform.api.Event;
import io.amphora.platform.api.Tx;
import io.amphora.platform.core.SystemClock;
import io.amphora.platform.core.sql.Statements;
import io.amphora.platform.test.BothDatabases;
import io.amphora.platform.test.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;

@BothDatabases
class DispatcherTest {
    static final Timing FAST = new Timing(Duration.ofMillis(500), Duration.ofMillis(100), Duration.ofMillis(2), Duration.ofMillis(10), 10, Duration.ofMillis(200),
            Duration.ZERO, Duration.ofSeconds(1), Duration.ofDays(7));
    private static final Actor OPERATOR = new Actor("op", "Operator", Set.of("platform.operate"));

    private final Clock clock = new SystemClock();
    private final OutboxBell bell = new OutboxBell();
    private TestDatabase db;
    private Tx tx;
    private SqlOutbox outbox;
    private DeadLetters deadLetters;
    private Dispatcher dispatcher;

    @BeforeEach
    void setUp(TestDatabase db) {
        this.db = db;
        db.clear();
        tx = db.tx("platform");
        outbox = new SqlOutbox(tx, clock, new LiveFeed(), bell);
        deadLetters = new SqlDeadLetters(tx, bell);
        dispatcher = new Dispatcher(tx, clock, bell, FAST, true);
    }

    @AfterEach
    void close() {
        dispatcher.close();
    }

    private Recorder listens(String id, String... topics) {
        Recorder recorder = new Recorder(id, topics);
        dispatcher.add(recorder);
        return recorder;
    }

    /** Starts and waits until all listeners are known: what was written before is not for them. */
    private void start() {
        dispatcher.start();
        awaitKnown();
    }

    private void awaitKnown() {
        Recorder probe = listens("probe", "probe");
        await().until(() -> {
            outbox.add("probe", "p", "{}");
            return !probe.taken.isEmpty();
        });
        awaitDone();
    }

    private void awaitDone() {
        await().untilAsserted(() -> assertThat(deadLetters.waiting()).isZero());
    }

    private void write(int from, int to) {
        IntStream.range(from, to).forEach(i -> outbox.add("order.placed", "k" + i, Integer.toString(i)));
    }

    private static List<String> numbers(int from, int to) {
        return IntStream.range(from, to).mapToObj(Integer::toString).toList();
    }

    @TestTemplate
    void deliversToWhoWantsItInOrderAndDeletes() {
        Recorder all = listens("all", "*");
        Recorder orders = listens("orders", "order.*");
        Recorder exact = listens("exact", "stock.changed");
        start();
        all.taken.clear();

        write(0, 1_200);
        outbox.add("stock.changed", "s", "x");
        awaitDone();

        assertThat(orders.payloads()).containsExactlyElementsOf(numbers(0, 1_200));
        assertThat(exact.payloads()).containsExactly("x");
        assertThat(all.taken).hasSize(1_201);
        assertThat(db.events()).isEmpty();
    }

    @TestTemplate
    void tellsScreensAfterTheCommitOnly() {
        List<Event> seen = new ArrayList<>();
        SqlOutbox live = new SqlOutbox(tx, clock, new LiveFeed(List.of(seen::addAll, events -> {
            throw new IllegalStateException("must not reach anybody");
        })), bell);

        tx.call(em -> {
            live.add("order.placed", "1", "{}");
            live.add("order.placed", "2", "{}");
            assertThat(seen).isEmpty();
            return null;
        });
        assertThatThrownBy(() -> tx.call(em -> {
            live.add("order.placed", "3", "{}");
            throw new IllegalStateException("late");
        })).hasMessage("late");

        assertThat(seen).isEqualTo(db.events()).extracting(Event::key).containsExactly("1", "2");
    }

    @TestTemplate
    void deliversAgainToTheOneThatFailedOnly() {
        Recorder good = listens("good", "order.*");
        Recorder bad = listens("bad", "order.*");
        int[] calls = {0};
        bad.behaviour = events -> {
            if (++calls[0] <= 3) {
                throw new NoClassDefFoundError("gone");
            }
        };
        start();

        write(0, 5);
        awaitDone();

        assertThat(good.payloads()).containsExactlyElementsOf(numbers(0, 5));
        assertThat(bad.payloads()).containsExactlyInAnyOrderElementsOf(numbers(0, 5));
    }

    @TestTemplate
    void buriesWhatIsNeverTakenAndReplaysIt() {
        Recorder picky = listens("picky", "order.*");
        int[] calls = {0};
        picky.behaviour = events -> {
            if (events.stream().anyMatch(e -> e.payload().equals("poison"))) {
                calls[0] += events.size() == 1 ? 1 : 0;
                throw new IllegalStateException("cannot take it");
            }
        };
        start();
        tx.call(em -> {
            write(0, 100);
            outbox.add("order.placed", "k50", "poison");
            outbox.add("order.placed", "k50", "after");
            write(100, 200);
            return null;
        });
        awaitDone();

        assertThat(picky.payloads()).containsAll(numbers(0, 200)).contains("after").doesNotContain("poison");
        assertThat(picky.taken.stream().filter(e -> e.key().equals("k50")).map(Event::payload).distinct()).containsExactly("50", "after");
        assertThat(calls[0]).isEqualTo(10);
        List<DeadLetters.Entry> dead = deadLetters.list(OPERATOR, PageRequest.first(10)).items();
        assertThat(dead).singleElement().satisfies(e -> {
            assertThat(e.listener()).isEqualTo("picky");
            assertThat(e.event().payload()).isEqualTo("poison");
            assertThat(e.reason()).contains("cannot take it");
        });

        picky.behaviour = events -> { };
        deadLetters.replay(OPERATOR, dead.get(0).id());

        await().until(() -> picky.payloads().contains("poison"));
        assertThat(deadLetters.list(OPERATOR, PageRequest.first(10)).items()).isEmpty();
    }

    @TestTemplate
    void dropsDeadLettersOfThoseWhoMay() {
        assertThatThrownBy(() -> deadLetters.list(new Actor("x", "x", Set.of()), PageRequest.first(1))).isInstanceOf(AmphoraException.NotPermitted.class);
        assertThatThrownBy(() -> deadLetters.drop(OPERATOR, 999)).isInstanceOf(AmphoraException.NotFound.class);
        assertThatThrownBy(() -> deadLetters.replay(OPERATOR, 999)).isInstanceOf(AmphoraException.NotFound.class);
    }

    @TestTemplate
    void goesOnWhileOneListenerHangs() {
        Recorder good = listens("good", "order.*");
        Recorder hanging = listens("hanging", "order.*");
        CountDownLatch release = new CountDownLatch(1);
        hanging.behaviour = events -> waitFor(release);
        start();

        write(0, 50);
        await().untilAsserted(() -> assertThat(good.taken).hasSize(50));
        write(50, 100);
        await().untilAsserted(() -> assertThat(good.taken).hasSize(100));
        assertThat(hanging.taken).isEmpty();
        await().untilAsserted(() -> assertThat(db.events()).isEmpty());

        release.countDown();
        awaitDone();
        assertThat(hanging.payloads()).containsAll(numbers(0, 100));
    }

    /** Ignores interrupts, as the worst do. */
    private static void waitFor(CountDownLatch latch) {
        while (latch.getCount() > 0) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                continue;
            }
        }
    }

    @TestTemplate
    void deliversAgainAfterDyingBetweenDeliveryAndDelete() {
        Recorder taking = listens("taking", "order.*");
        start();
        dispatcher.close();
        write(0, 3);
        int[] transactions = {0};
        Tx dying = new TxThatDies(tx, () -> ++transactions[0] == 2);
        Lane lane = new Lane(taking, Runnable::run, bell::ring);
        lane.backlog(false);
        KnownListener known = Statements.call(tx, sql -> ListenerTable.all(sql)).stream().filter(k -> k.id().equals("taking")).findFirst().orElseThrow();
        assertThatThrownBy(() -> new FanOut(dying, clock, FAST, Leases.alone()).round(List.of(known), Map.of("taking", lane))).isInstanceOf(TxThatDies.Killed.class);
        assertThat(taking.payloads()).containsExactlyElementsOf(numbers(0, 3));

        dispatcher = new Dispatcher(tx, clock, bell, FAST, true);
        dispatcher.add(taking);
        dispatcher.start();
        awaitDone();

        assertThat(taking.payloads()).hasSize(6).containsAll(numbers(0, 3));
    }

    @TestTemplate
    void keepsEventsForAListenerThatIsAway() {
        write(0, 2);
        Recorder first = listens("wanderer", "order.*");
        start();
        write(2, 4);
        awaitDone();
        dispatcher.remove(first);
        write(4, 8);
        await().untilAsserted(() -> assertThat(db.events()).isEmpty());

        Recorder back = listens("wanderer", "order.*");
        awaitDone();

        assertThat(first.payloads()).containsExactlyElementsOf(numbers(2, 4));
        assertThat(back.payloads()).containsExactlyElementsOf(numbers(4, 8));
    }

    @TestTemplate
    void ignoresAListenerThatCannotBeAsked() {
        dispatcher.add(new Recorder(null) {
            @Override
            public List<String> topics() {
                throw new IllegalStateException("broken");
            }
        });
        Recorder good = listens("good", "order.*");
        start();

        write(0, 1);
        awaitDone();

        assertThat(good.payloads()).containsExactly("0");
    }
}
