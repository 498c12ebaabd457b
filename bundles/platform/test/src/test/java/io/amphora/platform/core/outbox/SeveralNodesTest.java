package io.amphora.platform.core.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.amphora.platform.api.Event;
import io.amphora.platform.api.Tx;
import io.amphora.platform.core.SystemClock;
import io.amphora.platform.core.unit.Database;
import io.amphora.platform.test.TestDatabase;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several nodes on one PostgreSQL; with Derby there is one node only. */
class SeveralNodesTest {
    private final Clock clock = new SystemClock();
    private final List<Dispatcher> nodes = new ArrayList<>();
    private final AtomicBoolean firstNodeIsDead = new AtomicBoolean();
    private TestDatabase db;
    private Tx tx;
    private SqlOutbox outbox;

    @BeforeEach
    void setUp() {
        db = TestDatabase.open(Database.POSTGRESQL);
        tx = db.tx("platform");
        outbox = new SqlOutbox(tx, clock, new LiveFeed(), new OutboxBell());
    }

    @AfterEach
    void close() {
        firstNodeIsDead.set(false);
        nodes.forEach(Dispatcher::close);
        db.close();
    }

    private Dispatcher node(Tx over, Recorder... listeners) {
        Dispatcher node = new Dispatcher(over, clock, new OutboxBell(), DispatcherTest.FAST, false);
        List.of(listeners).forEach(node::add);
        nodes.add(node);
        node.start();
        return node;
    }

    private void write(int from, int to) {
        IntStream.range(from, to).forEach(i -> outbox.add("order.placed", "k" + i % 7, Integer.toString(i)));
    }

    private void awaitKnown(Recorder... listeners) {
        await().until(() -> {
            outbox.add("probe", "p", "{}");
            return List.of(listeners).stream().anyMatch(r -> !r.taken.isEmpty());
        });
        await().until(() -> db.events().isEmpty());
    }

    private static List<String> orders(List<Event> events) {
        return events.stream().filter(e -> e.topic().equals("order.placed")).map(Event::payload).toList();
    }

    private static List<String> numbers(int from, int to) {
        return IntStream.range(from, to).mapToObj(Integer::toString).toList();
    }

    @Test
    void deliverEachEventOnceAndInOrder() {
        List<Event> all = new CopyOnWriteArrayList<>();
        Recorder here = new Recorder("same", "*");
        Recorder there = new Recorder("same", "*");
        here.behaviour = all::addAll;
        there.behaviour = all::addAll;
        node(tx, here);
        node(tx, there);
        awaitKnown(here, there);

        write(0, 2_000);
        await().until(() -> orders(all).size() >= 2_000);

        assertThat(orders(all)).containsExactlyElementsOf(numbers(0, 2_000));
    }

    @Test
    void takeOverFromOneThatDied() {
        Recorder here = new Recorder("same", "*");
        node(new TxThatDies(tx, firstNodeIsDead::get), here);
        awaitKnown(here);
        Recorder there = new Recorder("same", "*");
        node(tx, there);

        firstNodeIsDead.set(true);
        write(0, 100);
        await().until(() -> orders(there.taken).size() == 100);

        assertThat(orders(there.taken)).containsExactlyElementsOf(numbers(0, 100));
    }

    @Test
    void reachAListenerThatIsOnTheOtherNodeOnly() {
        Recorder here = new Recorder("here", "*");
        Recorder there = new Recorder("there", "*");
        node(tx, here);
        awaitKnown(here);
        node(tx, there);
        awaitKnown(there);

        write(0, 100);
        await().until(() -> orders(there.taken).size() == 100 && orders(here.taken).size() == 100);

        assertThat(orders(there.taken)).containsExactlyElementsOf(numbers(0, 100));
    }
}
