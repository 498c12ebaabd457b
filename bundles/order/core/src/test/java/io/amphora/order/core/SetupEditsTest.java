package io.amphora.order.core;

import static io.amphora.order.core.OrderFixture.ALL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.order.api.OrderApprovals.Rule;
import io.amphora.order.api.OrderBackorders.Policy;
import io.amphora.platform.test.BothDatabases;
import io.amphora.platform.test.TestDatabase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;

/** Two people read the same set-up and both change it: the second one is told, whatever it is. */
@BothDatabases(OrderEntities.class)
class SetupEditsTest {
    private static final Actor MIA = new Actor("mia", "Mia", Set.of("*"));
    private OrderFixture orders;

    /** Something that is set up: its version, and a change of it. */
    private record Setup(LongSupplier version, Change change) {
    }

    @FunctionalInterface
    private interface Change {
        void by(Actor who, long seen);
    }

    @BeforeEach
    void setUp(TestDatabase db) {
        db.clear();
        orders = new OrderFixture(db);
    }

    private Map<String, Setup> all() {
        long id = orders.approvals.save(ALL, rule(null)).id();
        Map<String, Setup> all = new LinkedHashMap<>();
        all.put("review limits", new Setup(() -> orders.checks.version(ALL), (who, seen) -> orders.checks.change(who, Map.of(OrderSettings.MAX_TOTAL, "10"), seen)));
        all.put("approval rule", new Setup(() -> orders.approvals.version(ALL, id), (who, seen) -> orders.approvals.save(who, rule(id), seen)));
        all.put("backorder policy", new Setup(() -> orders.backorders.policyVersion(ALL), (who, seen) -> orders.backorders.setPolicy(who, Policy.ACCEPT, seen)));
        all.put("policy of a product", new Setup(() -> orders.backorders.policyVersion(ALL), (who, seen) -> orders.backorders.setProduct(who, "SKU-1", Policy.REFUSE, seen)));
        all.put("lead days", new Setup(() -> orders.backorders.leadDaysVersion(ALL), (who, seen) -> orders.backorders.setLeadDays(who, "SKU-1", 3, seen)));
        return all;
    }

    private static Rule rule(Long id) {
        return new Rule(id, "boss", true, null, null, null, null, null, null, 1, "MANAGER", null, null, null);
    }

    @TestTemplate
    void secondEditFromOneReadIsRefusedAndSaysWhoWasFaster() {
        all().forEach((name, setup) -> {
            long seen = setup.version().getAsLong();
            setup.change().by(MIA, seen);
            assertThat(setup.version().getAsLong()).as(name).isEqualTo(seen + 1);
            assertThatThrownBy(() -> setup.change().by(ALL, seen)).as(name).isInstanceOf(AmphoraException.Stale.class).hasMessageContaining("mia");
            setup.change().by(ALL, seen + 1);
        });
    }

    @TestTemplate
    void ofManyEditsAtOnceOneHolds() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (Map.Entry<String, Setup> e : all().entrySet()) {
                long seen = e.getValue().version().getAsLong();
                List<Callable<Boolean>> edits = new ArrayList<>();
                for (int i = 0; i < 4; i++) {
                    edits.add(() -> went(e.getValue(), seen));
                }
                int through = 0;
                for (Future<Boolean> f : threads.invokeAll(edits)) {
                    through += f.get() ? 1 : 0;
                }
                assertThat(through).as(e.getKey()).isEqualTo(1);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static boolean went(Setup setup, long seen) {
        try {
            setup.change().by(MIA, seen);
            return true;
        } catch (AmphoraException.Stale e) {
            return false;
        }
    }

    @TestTemplate
    void removedRuleIsNoLongerThereToBeChanged() {
        long id = orders.approvals.save(ALL, rule(null)).id();
        orders.approvals.save(MIA, rule(id), 0);
        assertThatThrownBy(() -> orders.approvals.remove(ALL, id, 0)).isInstanceOf(AmphoraException.Stale.class);
        orders.approvals.remove(ALL, id, 1);
        assertThatThrownBy(() -> orders.approvals.save(MIA, rule(id), 1)).isInstanceOf(AmphoraException.NotFound.class);
    }

    @TestTemplate
    void limitsAreForReviewers() {
        Actor wang = new Actor("wang", "Wang", Set.of("order.read", "order.fulfil"));
        assertThatThrownBy(() -> orders.checks.limits(wang)).isInstanceOf(AmphoraException.NotPermitted.class);
        assertThat(orders.checks.limits(new Actor("mia", "Mia", Set.of("order.read", "order.review")))).isNotEmpty();
    }
}
