package io.amphora.order.core.bulk;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.order.api.BulkAction;
import io.amphora.order.api.BulkRequest;
import io.amphora.order.api.BulkRow.Outcome;
import io.amphora.order.api.OrderActions;
import io.amphora.order.api.OrderAssigner;
import io.amphora.order.api.OrderHolds;
import io.amphora.order.api.OrderQueries;
import io.amphora.order.core.bulk.BulkStore.Turn;
import io.amphora.platform.api.JobContext;
import io.amphora.platform.api.JobHandler;
import io.amphora.platform.api.Tx;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks each order for itself, a few at a time, each in a transaction of its own that also keeps the outcome: after a crash those that wait still wait, and
 * nothing is done twice.
 */
@Component(service = JobHandler.class)
public final class BulkJob implements JobHandler {
    static final String TYPE = "order.bulk";
    private static final Logger LOG = LoggerFactory.getLogger(BulkJob.class);
    private static final int CHUNK = 60;
    private static final int AT_ONCE = 3;
    private static final int ATTEMPTS = 5;

    private final Tx tx;
    private final BulkStep step;

    private final AtomicReference<OrderAssigner> assigner = new AtomicReference<>();

    @Activate
    public BulkJob(@Reference(target = "(domain=order)") Tx tx, @Reference OrderActions actions, @Reference OrderHolds holds, @Reference OrderQueries queries) {
        this.tx = tx;
        step = new BulkStep(actions, holds, queries);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    public void bindAssigner(OrderAssigner there) {
        assigner.set(there);
    }

    public void unbindAssigner(OrderAssigner gone) {
        assigner.compareAndSet(gone, null);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String run(JobContext job) throws Exception {
        long id = Long.parseLong(job.params());
        BulkRequest request = tx.call(em -> BulkStore.find(em, id)).get(0).request();
        ExecutorService hands = Executors.newFixedThreadPool(AT_ONCE, work -> {
            Thread thread = new Thread(work, "amphora-bulk-" + id);
            thread.setDaemon(true);
            return thread;
        });
        try {
            Map<Outcome, Integer> counts = progress(job, id);
            for (List<Turn> turns = waiting(id); !turns.isEmpty(); turns = waiting(id)) {
                all(hands, turns, job.actor(), id, request);
                counts = progress(job, id);
            }
            return "{\"bulk\":" + id + ",\"done\":" + counts.getOrDefault(Outcome.DONE, 0) + ",\"refused\":" + counts.getOrDefault(Outcome.REFUSED, 0) + "}";
        } finally {
            hands.shutdownNow();
        }
    }

    private List<Turn> waiting(long id) {
        return tx.call(em -> BulkStore.waiting(em, id, CHUNK));
    }

    private Map<Outcome, Integer> progress(JobContext job, long id) {
        Map<Outcome, Integer> counts = tx.call(em -> BulkStore.counts(em, id));
        int done = counts.getOrDefault(Outcome.DONE, 0);
        int refused = counts.getOrDefault(Outcome.REFUSED, 0);
        // without words: in any language
        job.progress((long) done + refused, counts.values().stream().mapToInt(Integer::intValue).sum(), "✓ " + done + (refused == 0 ? "" : "  ✗ " + refused));
        return counts;
    }

    private void all(ExecutorService hands, List<Turn> turns, Actor by, long id, BulkRequest request) throws Exception {
        List<Future<?>> running = new ArrayList<>();
        turns.forEach(t -> running.add(hands.submit(() -> one(by, id, request, t))));
        for (Future<?> f : running) {
            try {
                f.get();
            } catch (ExecutionException e) {
                throw e.getCause() instanceof Exception cause ? cause : e;
            }
        }
    }

    private void one(Actor by, long id, BulkRequest request, Turn turn) {
        try {
            attempt(by, id, request, turn, 1);
        } catch (AmphoraException e) {
            refuse(id, turn, e.problems());
        } catch (RuntimeException e) {
            LOG.error("bulk run {}: order {} failed", id, turn.orderId(), e);
            refuse(id, turn, List.of(Problem.of("", "order.bulk-failed", "could not be done: an error was logged")));
        }
    }

    private void attempt(Actor by, long id, BulkRequest request, Turn turn, int count) {
        try {
            if (request.action() == BulkAction.ASSIGN && request.locationId() == null) {
                byRules(by, id, turn);
                return;
            }
            tx.callWithRetry(em -> {
                Object[] order = BulkStore.order(em, turn.orderId()).stream().findFirst().orElseThrow(() -> new AmphoraException.NotFound("order", turn.orderId()));
                step.run(by, request, turn.orderId(), turn.version() == null ? BulkStore.number(order[1]) : turn.version());
                BulkStore.done(em, id, turn.row(), (String) order[0]);
                return null;
            });
        } catch (AmphoraException.Stale e) {
            if (turn.version() != null || count >= ATTEMPTS) {
                throw e;
            }
            attempt(by, id, request, turn, count + 1);
        }
    }

    /** Rules are asked outside of a transaction; a crash in between has the order found changed when its turn comes again. */
    private void byRules(Actor by, long id, Turn turn) {
        OrderAssigner rules = assigner.get();
        if (rules == null) {
            throw new AmphoraException.Refused(Problem.of("", "order.bulk-no-rules", "nobody knows rules of assignment now: name a location"));
        }
        Object[] order = tx.call(em -> BulkStore.order(em, turn.orderId())).stream().findFirst().orElseThrow(() -> new AmphoraException.NotFound("order", turn.orderId()));
        long version = BulkStore.number(order[1]);
        if (turn.version() != null && turn.version() != version) {
            throw new AmphoraException.Stale("order", order[0], turn.version(), version);
        }
        rules.assignByRules(by, turn.orderId());
        tx.callWithRetry(em -> {
            BulkStore.done(em, id, turn.row(), (String) order[0]);
            return null;
        });
    }

    private void refuse(long id, Turn turn, List<Problem> problems) {
        String text = KeptProblems.text(problems);
        tx.callWithRetry(em -> {
            BulkStore.refused(em, id, turn.row(), BulkStore.order(em, turn.orderId()).stream().map(o -> (String) o[0]).findFirst().orElse(null), text);
            return null;
        });
    }
}
