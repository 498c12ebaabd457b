package io.amphora.platform.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amphora.platform.api.Event;
import io.amphora.platform.api.Outbox;
import io.amphora.platform.api.Sql;
import io.amphora.platform.api.Tx;
import io.amphora.platform.core.unit.Database;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.RollbackException;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;

@BothDatabases
class TransactionsTest {
    private Tx tx;
    private Outbox outbox;
    private TestDatabase db;

    @BeforeEach
    void setUp(TestDatabase db) {
        this.db = db;
        db.clear();
        tx = db.tx("platform");
        outbox = db.outbox();
    }

    @TestTemplate
    void commitsAsOne() {
        tx.call(em -> {
            outbox.add("order.placed", "1", "{}");
            outbox.add("order.placed", "2", "{\"a\":\"€\"}");
            return null;
        });

        assertThat(db.events()).extracting(Event::key).containsExactly("1", "2");
        assertThat(db.events()).extracting(Event::payload).containsExactly("{}", "{\"a\":\"€\"}");
    }

    @TestTemplate
    void hintsNeedNotWaitForWhatOthersAreWriting() {
        List<Object> seen = tx.call(em -> {
            Sql.of("insert into setting (owner_name, setting_key, setting_value) values ('a', 'k', 'on its way')").update(em);
            return CompletableFuture.supplyAsync(() -> tx.call(other -> Sql.of("select s.setting_value from setting s where s.owner_name = ?", "a").first(5).withoutWaiting().values(other)))
                    .orTimeout(10, TimeUnit.SECONDS).join();
        });

        assertThat(seen).isEqualTo(db.database() == Database.DERBY ? List.of("on its way") : List.of());
    }

    @TestTemplate
    void writesNothingWhenTheCallerFailsLater() {
        assertThatIllegalStateException().isThrownBy(() -> tx.call(em -> {
            outbox.add("order.placed", "1", "{}");
            throw new IllegalStateException("late");
        }));

        assertThat(db.events()).isEmpty();
    }

    @TestTemplate
    void commitsNoHalfWhenAJoinedFailureIsSwallowed() {
        assertThatThrownBy(() -> tx.call(em -> {
            outbox.add("order.placed", "1", "{}");
            try {
                tx.call(inner -> {
                    throw new IllegalStateException("swallowed");
                });
            } catch (IllegalStateException e) {
                return null;
            }
            return null;
        })).isInstanceOf(RollbackException.class).hasRootCauseMessage("swallowed");

        assertThat(db.events()).isEmpty();
    }

    @TestTemplate
    void joinsOnOneConnection() {
        tx.call(em -> {
            Connection first = em.unwrap(Connection.class);
            outbox.add("order.placed", "1", "{}");
            return tx.call(inner -> {
                assertThat(inner).isSameAs(em);
                assertThat(inner.unwrap(Connection.class)).isSameAs(first);
                return null;
            });
        });
    }

    @TestTemplate
    void retriesOnlyTheOutermost() {
        List<String> tries = new ArrayList<>();

        tx.callWithRetry(3, em -> {
            tries.add("outer");
            return tx.callWithRetry(3, inner -> {
                tries.add("inner");
                if (tries.size() == 2) {
                    throw new OptimisticLockException("once");
                }
                return null;
            });
        });

        assertThat(tries).containsExactly("outer", "inner", "outer", "inner");
    }

    @TestTemplate
    void givesUpAfterSoManyAttempts() {
        List<String> tries = new ArrayList<>();

        assertThatThrownBy(() -> tx.callWithRetry(3, em -> {
            tries.add("again");
            throw new OptimisticLockException("always");
        })).isInstanceOf(OptimisticLockException.class);

        assertThat(tries).hasSize(3);
    }

    @TestTemplate
    void actsBeforeTheCommitAsPartOfIt() {
        assertThatIllegalStateException().isThrownBy(() -> tx.call(em -> {
            outbox.add("order.placed", "1", "{}");
            tx.beforeCommit(() -> {
                throw new IllegalStateException("no");
            });
            return null;
        }));
        tx.call(em -> {
            tx.beforeCommit(() -> outbox.add("order.placed", "2", "{}"));
            return null;
        });

        assertThat(db.events()).extracting(Event::key).containsExactly("2");
    }

    @TestTemplate
    void actsAfterTheCommitOnly() {
        List<String> seen = new ArrayList<>();

        tx.call(em -> {
            tx.afterCommit(() -> seen.add("rows: " + db.events().size()));
            tx.afterCommit(() -> {
                throw new IllegalStateException("must not reach the caller");
            });
            tx.afterCommit(() -> tx.call(later -> seen.add("a transaction of its own")));
            outbox.add("order.placed", "1", "{}");
            seen.add("work");
            return null;
        });

        assertThat(seen).containsExactly("work", "rows: 1", "a transaction of its own");
    }

    @TestTemplate
    void doesNotActAfterARollback() {
        List<String> seen = new ArrayList<>();

        assertThatIllegalStateException().isThrownBy(() -> tx.call(em -> {
            tx.afterCommit(() -> seen.add("never"));
            throw new IllegalStateException("failed");
        }));

        assertThat(seen).isEmpty();
        assertThatIllegalStateException().isThrownBy(() -> tx.afterCommit(() -> seen.add("outside")));
    }

    @TestTemplate
    void refusesAnEventTooLargeForItsColumn() {
        assertThatThrownBy(() -> outbox.add("t", "k", "x".repeat(40_000))).isInstanceOf(IllegalArgumentException.class);
    }
}
