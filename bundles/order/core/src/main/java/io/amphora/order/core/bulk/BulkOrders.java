package io.amphora.order.core.bulk;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Page;
import io.amphora.common.PageRequest;
import io.amphora.common.Problems;
import io.amphora.order.api.BulkAction;
import io.amphora.order.api.BulkRequest;
import io.amphora.order.api.BulkRow;
import io.amphora.order.api.BulkRow.Outcome;
import io.amphora.order.api.BulkRun;
import io.amphora.order.api.OrderBulk;
import io.amphora.order.api.OrderQueries;
import io.amphora.order.api.OrderRow;
import io.amphora.order.core.bulk.BulkStore.Kept;
import io.amphora.platform.api.Job;
import io.amphora.platform.api.Jobs;
import io.amphora.platform.api.Tx;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Takes bulk runs, and tells how far they are. */
@Component
public final class BulkOrders implements OrderBulk {
    private static final String OPERATE = "platform.operate";

    private final Tx tx;
    private final Jobs jobs;
    private final OrderQueries queries;
    private final Ids ids = new Ids();

    @Activate
    public BulkOrders(@Reference(target = "(domain=order)") Tx tx, @Reference Jobs jobs, @Reference OrderQueries queries) {
        this.tx = tx;
        this.jobs = jobs;
        this.queries = queries;
    }

    @Override
    public BulkRun submit(Actor by, BulkRequest request) {
        check(by, request);
        List<BulkRequest.Target> orders = request.orders().isEmpty() ? found(by, request) : request.orders().stream().distinct().toList();
        Problems problems = new Problems();
        problems.check(!orders.isEmpty(), "orders", "order.bulk-none", "names no order");
        problems.check(orders.size() <= MAX_ORDERS, "orders", "order.bulk-too-many", "names {0} orders, at most {1} are allowed", orders.size(), MAX_ORDERS);
        problems.throwIfAny();
        String title = request.title() == null || request.title().isBlank() ? request.action() + ": " + orders.size() : request.title();
        return tx.callWithRetry(em -> {
            long id = ids.next(em);
            long job = jobs.submit(by, BulkJob.TYPE, title, Long.toString(id));
            Kept kept = new Kept(id, job, by.name(), Instant.now(), request);
            BulkStore.add(em, kept, orders);
            return run(em, by, kept);
        });
    }

    private static void check(Actor by, BulkRequest r) {
        Problems problems = new Problems();
        problems.check(r.action() != null, "action", "required", "must not be empty");
        problems.throwIfAny();
        by.require(OrderQueries.READ);
        by.require(r.action().permission());
        if (r.action().needsReason()) {
            problems.text("reason", r.reason(), 1000);
        } else {
            problems.optionalText("reason", r.reason(), 1000);
        }
        problems.optionalText("assignee", r.assignee(), 100);
        problems.optionalText("carrier", r.carrier(), 100);
        problems.optionalText("title", r.title(), 200);
        problems.check(r.action() != BulkAction.HOLD && r.action() != BulkAction.RELEASE || r.hold() != null, "hold", "required", "must not be empty");
        problems.check(r.until() == null || r.until().isAfter(Instant.now()), "until", "order.hold-past", "must be in the future");
        problems.check(r.orders().isEmpty() || r.filter() == null, "filter", "order.bulk-both", "name orders or a filter, not both");
        problems.throwIfAny();
    }

    /** All that the filter finds now; one more than allowed if there are more. */
    private List<BulkRequest.Target> found(Actor by, BulkRequest request) {
        List<BulkRequest.Target> all = new ArrayList<>();
        if (request.filter() == null) {
            return all;
        }
        PageRequest next = PageRequest.first(PageRequest.MAX);
        while (next != null && all.size() <= MAX_ORDERS) {
            Page<OrderRow> page = queries.list(by, request.filter(), next);
            page.items().forEach(r -> all.add(new BulkRequest.Target(r.id(), r.version())));
            next = page.next() == null ? null : new PageRequest(page.next(), PageRequest.MAX);
        }
        return all;
    }

    private BulkRun run(EntityManager em, Actor by, Kept k) {
        Map<Outcome, Integer> counts = BulkStore.counts(em, k.id());
        Job job = jobs.find(by, k.job()).orElse(null);
        int total = counts.values().stream().mapToInt(Integer::intValue).sum();
        return new BulkRun(k.id(), k.job(), k.request().action(), k.request().reason(), k.owner(), k.created(), job == null ? null : job.ended(), state(job, counts), total,
                counts.getOrDefault(Outcome.DONE, 0), counts.getOrDefault(Outcome.REFUSED, 0));
    }

    private static BulkRun.State state(Job job, Map<Outcome, Integer> counts) {
        if (job == null) {
            return counts.containsKey(Outcome.WAITING) ? BulkRun.State.FAILED : BulkRun.State.ENDED;
        }
        return switch (job.state()) {
            case QUEUED, RUNNING -> BulkRun.State.RUNNING;
            case SUCCEEDED -> BulkRun.State.ENDED;
            case FAILED -> BulkRun.State.FAILED;
            case CANCELLED -> BulkRun.State.CANCELLED;
        };
    }

    private Kept visible(EntityManager em, Actor by, long id) {
        return BulkStore.find(em, id).stream().filter(k -> maySee(by, k)).findFirst().orElseThrow(() -> new AmphoraException.NotFound("bulk run", id));
    }

    private static boolean maySee(Actor by, Kept k) {
        return by.name().equals(k.owner()) || by.may(OPERATE);
    }

    @Override
    public BulkRun find(Actor by, long id) {
        return tx.call(em -> run(em, by, visible(em, by, id)));
    }

    @Override
    public Optional<BulkRun> ofJob(Actor by, long job) {
        return tx.call(em -> BulkStore.ofJob(em, job).stream().filter(k -> maySee(by, k)).findFirst().map(k -> run(em, by, k)));
    }

    @Override
    public Page<BulkRun> list(Actor by, PageRequest page) {
        return tx.call(em -> Page.of(BulkStore.newest(em, by.may(OPERATE) ? null : by.name(), page.afterNumber(), page.size() + 1).stream().map(k -> run(em, by, k)).toList(),
                page.size(), BulkRun::id));
    }

    @Override
    public Page<BulkRow> rows(Actor by, long id, List<Outcome> outcomes, PageRequest page) {
        return tx.call(em -> {
            visible(em, by, id);
            return Page.of(BulkStore.rows(em, id, outcomes, page.afterNumber(), page.size() + 1), page.size(), r -> (long) r.row());
        });
    }

    @Override
    public void cancel(Actor by, long id) {
        jobs.cancel(by, tx.call(em -> visible(em, by, id)).job());
    }
}
