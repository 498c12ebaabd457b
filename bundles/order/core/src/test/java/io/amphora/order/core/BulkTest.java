package io.amphora.order.core;

import static io.amphora.order.core.OrderFixture.ALL;
import static io.amphora.order.core.OrderFixture.CLERK;
import static io.amphora.order.core.OrderFixture.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.PageRequest;
import io.amphora.common.Problem;
import io.amphora.order.api.BulkAction;
import io.amphora.order.api.BulkRequest;
import io.amphora.order.api.BulkRequest.Target;
import io.amphora.order.api.BulkRow;
import io.amphora.order.api.BulkRow.Outcome;
import io.amphora.order.api.BulkRun;
import io.amphora.order.api.HoldType;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderAction;
import io.amphora.order.api.OrderFilter;
import io.amphora.order.api.OrderStatus;
import io.amphora.order.core.bulk.BulkJob;
import io.amphora.order.core.bulk.BulkOrders;
import io.amphora.platform.api.Job;
import io.amphora.platform.api.JobContext;
import io.amphora.platform.api.Jobs;
import io.amphora.platform.test.BothDatabases;
import io.amphora.platform.test.TestDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;

@BothDatabases(OrderEntities.class)
class BulkTest {
    private static final Actor MIA = new Actor("mia", "Mia", Set.of("order.read", "order.review", "order.hold", "order.fulfil", "order.assign"));
    private OrderFixture orders;
    private BulkOrders bulk;
    private BulkJob handler;
    private String params;
    private Job.State state = Job.State.QUEUED;

    @BeforeEach
    void setUp(TestDatabase db) {
        db.clear();
        orders = new OrderFixture(db);
        Jobs jobs = Twins.of(Jobs.class, Map.of("submit", a -> submitted((String) a[3]), "find", a -> Optional.of(new Job(7, "order.bulk", "t", "mia", state, 0, 0, null, params, null, Instant.EPOCH, null, null))));
        bulk = new BulkOrders(orders.tx, jobs, orders.queries);
        handler = new BulkJob(orders.tx, orders.actions, orders.holds, orders.queries);
    }

    private Object submitted(String p) {
        params = p;
        return 7L;
    }

    /** The job as the platform would run it; cancelled once it has got so far. */
    private final class Running implements JobContext {
        private final Actor by;
        private final long until;
        final List<Long> progress = new ArrayList<>();

        Running(Actor by, long until) {
            this.by = by;
            this.until = until;
        }

        @Override
        public long id() {
            return 7;
        }

        @Override
        public Actor actor() {
            return by;
        }

        @Override
        public String params() {
            return params;
        }

        @Override
        public String checkpoint() {
            return null;
        }

        @Override
        public void checkpoint(String reached) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void progress(long done, long total, String message) {
            progress.add(done);
            if (done >= until) {
                throw new Cancelled();
            }
        }

        @Override
        public boolean cancelled() {
            return false;
        }
    }

    private BulkRun run(Actor by, BulkRequest request) throws Exception {
        BulkRun run = bulk.submit(by, request);
        handler.run(new Running(by, Long.MAX_VALUE));
        state = Job.State.SUCCEEDED;
        return bulk.find(by, run.id());
    }

    private Order inReview(Actor by) {
        return orders.entry.place(by, anOrder().with("SKU-1", "1", "1.00").build());
    }

    private static Target of(Order o) {
        return new Target(o.id(), o.version());
    }

    @TestTemplate
    void eachOrderIsDoneOrRefusedForItselfWithAllReasons() throws Exception {
        Order fine = inReview(CLERK);
        Order own = inReview(MIA2);
        Order approved = orders.entry.place(CLERK, anOrder().with("SKU-1", "1").build());
        Order stale = inReview(CLERK);

        BulkRun run = run(MIA2, new BulkRequest(BulkAction.APPROVE, List.of(of(fine), of(own), of(approved), new Target(stale.id(), 99L), new Target(-5, null)), "checked"));

        assertThat(run).extracting(BulkRun::total, BulkRun::done, BulkRun::refused, BulkRun::state).containsExactly(5, 1, 4, BulkRun.State.ENDED);
        List<BulkRow> rows = bulk.rows(MIA2, run.id(), List.of(), PageRequest.first(10)).items();
        assertThat(rows).extracting(BulkRow::outcome).containsExactly(Outcome.DONE, Outcome.REFUSED, Outcome.REFUSED, Outcome.REFUSED, Outcome.REFUSED);
        assertThat(rows).flatExtracting(BulkRow::problems).extracting(Problem::code).containsExactly("order.own", "order.illegal", "stale", "not-found");
        assertThat(rows.get(2).problems().get(0).args()).containsExactly(OrderAction.APPROVE, approved.number(), OrderStatus.APPROVED, OrderAction.nextOf(io.amphora.order.api.LineStatus.APPROVED));
        assertThat(rows).extracting(BulkRow::number).containsExactly(fine.number(), own.number(), approved.number(), stale.number(), null);
        assertThat(orders.queries.find(ALL, fine.id()).status()).isEqualTo(OrderStatus.APPROVED);
        assertThat(bulk.rows(MIA2, run.id(), List.of(Outcome.REFUSED), PageRequest.first(2)).next()).isNotNull();
        assertThat(bulk.ofJob(MIA2, 7)).contains(run);
        assertThatThrownBy(() -> bulk.find(MIA, run.id())).isInstanceOf(AmphoraException.NotFound.class);
    }

    private static final Actor MIA2 = new Actor("max", "Max", Set.of("order.read", "order.review", "order.hold", "order.fulfil", "order.assign", "order.enter", "order.complete", "order.cancel"));

    @TestTemplate
    void allStepsRunAndTheFilterFindsThem() throws Exception {
        Order a = orders.entry.place(CLERK, anOrder().with("SKU-1", "1").build());
        Order b = orders.entry.place(CLERK, anOrder().with("SKU-1", "2").build());
        List<Target> both = List.of(new Target(a.id(), null), new Target(b.id(), null));
        assertThat(run(MIA2, new BulkRequest(BulkAction.HOLD, both, null, "wait", null, null, HoldType.CUSTOMER, null, null, "挂起")).done()).isEqualTo(2);
        assertThat(run(MIA2, new BulkRequest(BulkAction.ASSIGN, List.of(), OrderFilter.ofStatus(OrderStatus.APPROVED), null, 1L, "eve", null, null, null, null)).done()).isEqualTo(2);
        assertThat(run(MIA2, new BulkRequest(BulkAction.PICK, both, null)).refused()).isEqualTo(2);
        assertThat(run(MIA2, new BulkRequest(BulkAction.RELEASE, both, null, "go", null, null, HoldType.CUSTOMER, null, null, null)).done()).isEqualTo(2);
        assertThat(run(MIA2, new BulkRequest(BulkAction.RELEASE, both, null, "go", null, null, HoldType.CUSTOMER, null, null, null)).refused()).isEqualTo(2);
        for (BulkAction action : List.of(BulkAction.PICK, BulkAction.SHIP, BulkAction.DELIVER, BulkAction.COMPLETE)) {
            assertThat(run(MIA2, new BulkRequest(action, both, null)).done()).as(action.name()).isEqualTo(2);
        }
        assertThat(orders.queries.find(ALL, b.id()).status()).isEqualTo(OrderStatus.COMPLETED);
        assertThat(run(MIA2, new BulkRequest(BulkAction.CANCEL, both, "no")).refused()).isEqualTo(2);
    }

    @TestTemplate
    void rulesChooseWhereNoLocationIsNamed() throws Exception {
        Order a = orders.entry.place(CLERK, anOrder().with("SKU-1", "1").build());
        Order b = orders.entry.place(CLERK, anOrder().with("SKU-1", "2").build());
        Order gone = orders.actions.cancel(ALL, b.id(), b.version(), Set.of(), "no");
        BulkRequest request = new BulkRequest(BulkAction.ASSIGN, List.of(new Target(a.id(), a.version()), new Target(gone.id(), null), new Target(b.id(), b.version())), null);
        assertThat(run(MIA2, request).refused()).as("nobody knows rules").isEqualTo(3);

        handler.bindAssigner((by, id) -> orders.actions.assign(by, id, orders.queries.find(by, id).version(), 1, "eve", "by rules"));
        BulkRun run = run(MIA2, request);

        assertThat(run).extracting(BulkRun::done, BulkRun::refused).containsExactly(1, 2);
        assertThat(orders.queries.find(ALL, a.id())).extracting(Order::status, Order::assignee).containsExactly(OrderStatus.ASSIGNED, "eve");
    }

    @TestTemplate
    void whatIsMissingIsNamedBeforeAnythingIsQueued() {
        Order o = inReview(CLERK);
        assertThatThrownBy(() -> bulk.submit(MIA, new BulkRequest(BulkAction.CANCEL, List.of(of(o)), "x"))).isInstanceOf(AmphoraException.NotPermitted.class);
        assertThatThrownBy(() -> bulk.submit(MIA, new BulkRequest(BulkAction.HOLD, List.of(of(o)), " "))).isInstanceOfSatisfying(AmphoraException.Invalid.class,
                e -> assertThat(e.problems()).extracting(Problem::field).containsExactly("reason", "hold"));
        assertThatThrownBy(() -> bulk.submit(MIA, new BulkRequest(BulkAction.APPROVE, List.of(), "x"))).isInstanceOf(AmphoraException.Invalid.class);
        assertThat(params).isNull();
    }

    @TestTemplate
    void stoppedItLeavesTheRestAndGoesOnWhereItStopped() throws Exception {
        List<Target> targets = new ArrayList<>();
        for (int i = 0; i < 130; i++) {
            targets.add(of(inReview(CLERK)));
        }
        BulkRun run = bulk.submit(MIA, new BulkRequest(BulkAction.APPROVE, targets, "ok"));
        assertThatThrownBy(() -> handler.run(new Running(MIA, 60))).isInstanceOf(JobContext.Cancelled.class);
        assertThat(bulk.find(MIA, run.id()).done()).isEqualTo(60);

        handler.run(new Running(MIA, Long.MAX_VALUE));
        assertThat(bulk.find(MIA, run.id())).extracting(BulkRun::done, BulkRun::refused).containsExactly(130, 0);
    }
}
