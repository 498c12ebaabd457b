package io.amphora.web.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.platform.test.BothDatabases;
import io.amphora.platform.test.TestDatabase;
import io.amphora.platform.test.TurnedSecrets;
import io.amphora.web.api.Answers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.ws.rs.core.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;

@BothDatabases(WebEntities.class)
class OnceOnlyTest {
    private static final Actor ANN = new Actor("ann", "Ann", Set.of());
    private static final Actor BOB = new Actor("bob", "Bob", Set.of());

    private final AtomicInteger done = new AtomicInteger();
    private TestDatabase db;
    private OnceOnly onceOnly;

    @BeforeEach
    void setUp(TestDatabase db) {
        db.clear();
        this.db = db;
        onceOnly = new OnceOnly(db.tx("web"), new TurnedSecrets());
    }

    private Supplier<Response> work() {
        return () -> {
            int n = done.incrementAndGet();
            return Answers.created("things/" + n, n, Map.of("number", n, "text", "ü".repeat(40_000)));
        };
    }

    private static String text(Response response) {
        return new String((byte[]) response.getEntity(), StandardCharsets.UTF_8);
    }

    @TestTemplate
    void givesTheFirstAnswerAgain() {
        Response first = onceOnly.run(ANN, "k1", "POST things a", work());
        Response second = onceOnly.run(ANN, "k1", "POST things a", work());

        assertThat(done).hasValue(1);
        assertThat(second.getStatus()).isEqualTo(201);
        assertThat(text(second)).isEqualTo(text(first)).contains("\"number\":1").hasSizeGreaterThan(40_000);
        assertThat(second.getLocation()).isEqualTo(first.getLocation()).hasPath("/api/v1/things/1");
        assertThat(second.getEntityTag()).isEqualTo(first.getEntityTag());
        assertThat(second.getHeaderString("Idempotency-Replayed")).isEqualTo("true");
        assertThat(first.getHeaderString("Idempotency-Replayed")).isNull();
        List<String> kept = db.tx("web").call(em -> em.createQuery("select a from WebAnswer a", Answer.class).getResultStream().map(a -> a.recorded().body()).toList());
        assertThat(kept).as("sealed").hasSize(1).allMatch(b -> b.startsWith("sealed:") && !b.contains("number"));
    }

    @TestTemplate
    void keepsTheAnswerOfWorkThatClearsThePersistenceContext() {
        Supplier<Response> clearing = () -> db.tx("web").call(em -> {
            em.clear();
            return work().get();
        });
        Response first = onceOnly.run(ANN, "k1", "POST things a", clearing);
        Response second = onceOnly.run(ANN, "k1", "POST things a", clearing);
        assertThat(done).hasValue(1);
        assertThat(text(second)).isEqualTo(text(first));
        assertThat(second.getStatus()).isEqualTo(201);
    }

    @TestTemplate
    void doesItEachTimeWithoutAKeyAndForOtherKeysAndActors() {
        onceOnly.run(ANN, null, "POST things a", work());
        onceOnly.run(ANN, "", "POST things a", work());
        onceOnly.run(ANN, "k1", "POST things a", work());
        onceOnly.run(ANN, "k2", "POST things a", work());
        onceOnly.run(BOB, "k1", "POST things a", work());

        assertThat(done).hasValue(5);
    }

    @TestTemplate
    void refusesTheSameKeyForSomethingElse() {
        onceOnly.run(ANN, "k1", "POST things a", work());

        assertThatThrownBy(() -> onceOnly.run(ANN, "k1", "POST things b", work())).isInstanceOfSatisfying(AmphoraException.Invalid.class,
                e -> assertThat(e.problems()).extracting(Problem::field).containsExactly("Idempotency-Key"));
        assertThat(done).hasValue(1);
    }

    @TestTemplate
    void refusesEndlessKeys() {
        assertThatThrownBy(() -> onceOnly.run(ANN, "k".repeat(201), "POST things a", work())).isInstanceOf(AmphoraException.Invalid.class);
    }

    @TestTemplate
    void leavesNothingOfARefusedRequest() {
        assertThatThrownBy(() -> onceOnly.run(ANN, "k1", "POST things a", () -> {
            throw new AmphoraException.Refused(Problem.of("", "no", "no"));
        })).isInstanceOf(AmphoraException.Refused.class);

        assertThat(onceOnly.run(ANN, "k1", "POST things b", work()).getStatus()).isEqualTo(201);
    }

    @TestTemplate
    void doesItOnceForRetriesAtTheSameTime() throws Exception {
        int clients = 8;
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService pool = Executors.newFixedThreadPool(clients);
        List<Future<Response>> answers = new ArrayList<>();
        AtomicInteger committed = new AtomicInteger();
        for (int i = 0; i < clients; i++) {
            answers.add(pool.submit(() -> {
                start.await();
                return onceOnly.run(ANN, "k1", "POST things a", () -> {
                    db.tx("web").afterCommit(committed::incrementAndGet);
                    return work().get();
                });
            }));
        }
        start.countDown();

        Set<String> bodies = new java.util.HashSet<>();
        for (Future<Response> answer : answers) {
            bodies.add(text(answer.get()));
        }
        pool.shutdown();

        assertThat(committed).hasValue(1);
        assertThat(bodies).hasSize(1);
    }

    @TestTemplate
    void forgetsAfterAWhile() {
        onceOnly.run(ANN, "k1", "POST things a", work());
        AnswerCleaner cleaner = new AnswerCleaner(db.tx("web"));

        assertThat(cleaner.forgetOlderThan(Instant.now().minus(OnceOnly.KEPT))).isZero();
        assertThat(cleaner.forgetOlderThan(Instant.now().plusSeconds(1))).isOne();
        cleaner.stop();

        onceOnly.run(ANN, "k1", "POST things b", work());
        assertThat(done).hasValue(2);
    }
}
