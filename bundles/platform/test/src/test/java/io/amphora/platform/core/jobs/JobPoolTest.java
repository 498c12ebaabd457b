package io.amphora.platform.core.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.PageRequest;
import io.amphora.platform.api.Event;
import io.amphora.platform.api.Job;
import io.amphora.platform.api.JobContext;
import io.amphora.platform.api.Tx;
import io.amphora.platform.core.SystemClock;
import io.amphora.platform.core.outbox.LiveFeed;
import io.amphora.platform.core.sql.Statements;
import io.amphora.platform.test.BothDatabases;
import io.amphora.platform.test.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;

@BothDatabases
class JobPoolTest {
    private static final Duration SILENCE = Duration.ofMillis(900);
    private static final Actor LI = new Actor("li", "Li", Set.of("order.place", "stock.count"));
    private static final Actor OPERATOR = new Actor("op", "Operator", Set.of("platform.operate"));

    private final Clock clock = new SystemClock();
    private final List<Event> news = new CopyOnWriteArrayList<>();
    private final LiveFeed live = new LiveFeed(List.of(news::addAll));
    private final List<JobWorkers> nodes = new ArrayList<>();
    private TestDatabase db;
    private Tx tx;
    private SqlJobs jobs;

    @BeforeEach
    void setUp(TestDatabase db) {
        this.db = db;
        db.clear();
        tx = db.tx("platform");
        jobs = new SqlJobs(tx, clock, live, node(false));
    }

    @AfterEach
    void close() {
        nodes.forEach(JobWorkers::close);
    }

    private JobWorkers node(boolean alone) {
        JobWorkers node = new JobWorkers(new JobPool(tx, clock, new JobNews(live, clock), SILENCE, alone));
        nodes.add(node);
        return node;
    }

    private TestHandler does(String type, TestHandler.Work work) {
        TestHandler handler = new TestHandler(type, work);
        nodes.get(0).addHandler(handler);
        return handler;
    }

    private Job ended(long id) {
        return await().until(() -> jobs.find(LI, id).orElseThrow(), job -> job.state().ended());
    }

    private void awaitState(long id, Job.State state) {
        await().until(() -> jobs.find(LI, id).orElseThrow().state() == state);
    }

    @TestTemplate
    void runsOnBehalfOfWhoAskedAndKeepsTheResult() {
        List<Actor> actors = new ArrayList<>();
        does("import", job -> {
            actors.add(job.actor());
            job.progress(3, 3, "read " + job.params());
            return "{\"rows\":3}";
        });

        Job job = ended(jobs.submit(LI, "import", "导入订单", "file.csv"));

        assertThat(job.state()).isEqualTo(Job.State.SUCCEEDED);
        assertThat(job).extracting(Job::done, Job::total, Job::message, Job::result, Job::title).containsExactly(3L, 3L, "read file.csv", "{\"rows\":3}", "导入订单");
        assertThat(job.started()).isNotNull();
        assertThat(job.ended()).isAfterOrEqualTo(job.started());
        assertThat(actors).containsExactly(LI);
        await().untilAsserted(() -> assertThat(news).extracting(Event::topic, Event::key, Event::payload)
                .contains(tuple("job.changed", Long.toString(job.id()), "{\"state\":\"SUCCEEDED\",\"done\":3,\"total\":3}")));
    }

    @TestTemplate
    void isSubmittedWithItsTransactionOnly() {
        TestHandler handler = does("import", job -> null);

        assertThatThrownBy(() -> tx.call(em -> {
            jobs.submit(LI, "import", "t", null);
            throw new IllegalStateException("late");
        })).hasMessage("late");

        assertThat(jobs.list(LI, PageRequest.first(10)).items()).isEmpty();
        assertThat(handler.got).isEmpty();
    }

    @TestTemplate
    void failsWithTheHandlersWord() {
        does("import", job -> {
            throw new NoClassDefFoundError("missing/Class");
        });

        Job job = ended(jobs.submit(LI, "import", "t", null));

        assertThat(job).extracting(Job::state, Job::message).containsExactly(Job.State.FAILED, "missing/Class");
    }

    @TestTemplate
    void stopsWhenCancelled() {
        does("import", JobPoolTest::untilCancelled);
        long id = jobs.submit(LI, "import", "t", null);
        awaitState(id, Job.State.RUNNING);

        jobs.cancel(LI, id);

        assertThat(ended(id).state()).isEqualTo(Job.State.CANCELLED);
        jobs.cancel(LI, id);
    }

    private static String untilCancelled(JobContext job) {
        for (int i = 0;; i++) {
            job.progress(i, 0, "working");
            LockSupport.parkNanos(1_000_000);
        }
    }

    @TestTemplate
    void stopsWhenCancelledOnAnotherNode() {
        does("import", JobPoolTest::untilCancelled);
        long id = jobs.submit(LI, "import", "t", null);
        awaitState(id, Job.State.RUNNING);

        new SqlJobs(tx, clock, live, node(false)).cancel(LI, id);

        assertThat(ended(id).state()).isEqualTo(Job.State.CANCELLED);
    }

    @TestTemplate
    void cancelsWhatHasNotBegunAtOnce() {
        long id = jobs.submit(LI, "nobody does it", "t", null);

        jobs.cancel(LI, id);

        assertThat(jobs.find(LI, id).orElseThrow().state()).isEqualTo(Job.State.CANCELLED);
        assertThatThrownBy(() -> jobs.cancel(LI, 4711)).isInstanceOf(AmphoraException.NotFound.class);
    }

    @TestTemplate
    void waitsForAHandlerThatIsNotThere() {
        long id = jobs.submit(LI, "later", "t", null);
        does("other", job -> null);
        ended(jobs.submit(LI, "other", "t", null));
        assertThat(jobs.find(LI, id).orElseThrow().state()).isEqualTo(Job.State.QUEUED);

        does("later", job -> null);

        assertThat(ended(id).state()).isEqualTo(Job.State.SUCCEEDED);
    }

    @TestTemplate
    void goesBackToTheQueueWhenItsHandlerLeaves() {
        TestHandler leaving = does("import", JobPoolTest::untilCancelled);
        long id = jobs.submit(LI, "import", "t", null);
        awaitState(id, Job.State.RUNNING);

        nodes.get(0).removeHandler(leaving);
        awaitState(id, Job.State.QUEUED);
        does("import", job -> "back");

        assertThat(ended(id).result()).isEqualTo("back");
    }

    @TestTemplate
    void goesOnFromItsCheckpointAfterACrash() {
        long id = jobs.submit(LI, "import", "t", null);
        crash(id, "row 500", 0);

        nodes.get(0).close();
        node(true).addHandler(new TestHandler("import", job -> "from " + job.checkpoint()));

        assertThat(ended(id).result()).isEqualTo("from row 500");
    }

    @TestTemplate
    void isTakenOverWhenItsNodeFallsSilent() {
        nodes.get(0).close();
        long id = jobs.submit(LI, "import", "t", null);
        crash(id, "row 7", 0);

        node(false).addHandler(new TestHandler("import", job -> "from " + job.checkpoint()));

        assertThat(ended(id).result()).isEqualTo("from row 7");
    }

    @TestTemplate
    void isGivenUpWhenTheServerStopsEachTime() {
        nodes.get(0).close();
        long id = jobs.submit(LI, "import", "t", null);
        crash(id, null, 3);

        node(true);

        assertThat(ended(id).state()).isEqualTo(Job.State.FAILED);
    }

    /** As a node leaves it that died while the job ran. */
    private void crash(long id, String checkpoint, int crashes) {
        Statements.call(tx, sql -> {
            sql.update("update job set job_state = 'RUNNING', run_no = 1, beat_at = ?, crashes = ? where id = ?", clock.instant(), crashes, id);
            JobTable.checkpoint(sql, id, checkpoint);
            return null;
        });
    }

    @TestTemplate
    void isNotTakenOverWhileItsHeartBeats() {
        CountDownLatch go = new CountDownLatch(1);
        TestHandler slow = does("import", job -> {
            go.await();
            return "done";
        });
        long id = jobs.submit(LI, "import", "t", null);
        awaitState(id, Job.State.RUNNING);
        TestHandler other = new TestHandler("import", job -> "stolen");
        node(false).addHandler(other);
        long until = System.nanoTime() + 2 * SILENCE.toNanos();

        await().until(() -> System.nanoTime() > until);
        go.countDown();

        assertThat(ended(id).result()).isEqualTo("done");
        assertThat(slow.got).containsExactly(id);
        assertThat(other.got).isEmpty();
    }

    @TestTemplate
    void isRunOnceHoweverManyWorkersThereAre() {
        List<TestHandler> handlers = new ArrayList<>(List.of(does("import", job -> null)));
        for (int i = 0; i < 2; i++) {
            TestHandler handler = new TestHandler("import", job -> null);
            node(false).addHandler(handler);
            handlers.add(handler);
        }

        List<Long> ids = IntStream.range(0, 60).mapToObj(i -> jobs.submit(LI, "import", "t" + i, null)).toList();
        await().until(() -> jobs.list(LI, PageRequest.first(100)).items().stream().allMatch(job -> job.state().ended()));

        assertThat(handlers.stream().flatMap(h -> h.got.stream())).containsExactlyInAnyOrderElementsOf(ids);
    }

    @TestTemplate
    void writesProgressAFewTimesASecondOnly() {
        does("import", job -> {
            for (int i = 1; i <= 200_000; i++) {
                job.progress(i, 200_000, "row " + i);
            }
            return null;
        });

        Job job = ended(jobs.submit(LI, "import", "t", null));

        assertThat(job.done()).isEqualTo(200_000);
        assertThat(news.size()).isLessThan(20);
    }

    @TestTemplate
    void showsOwnJobsAndAllToOperators() {
        long mine = jobs.submit(LI, "x", "mine", null);
        long others = jobs.submit(new Actor("wang", "Wang", Set.of()), "x", "others", null);

        assertThat(jobs.list(LI, PageRequest.first(10)).items()).extracting(Job::id).containsExactly(mine);
        assertThat(jobs.list(OPERATOR, PageRequest.first(1)).items()).extracting(Job::id).containsExactly(others);
        assertThat(jobs.list(OPERATOR, new PageRequest(jobs.list(OPERATOR, PageRequest.first(1)).next(), 1)).items()).extracting(Job::id).containsExactly(mine);
        assertThat(jobs.find(LI, others)).isEmpty();
        assertThatThrownBy(() -> jobs.submit(LI, "", " ", "x".repeat(30_001))).isInstanceOfSatisfying(AmphoraException.Invalid.class,
                e -> assertThat(e.problems()).hasSize(3));
    }
}
