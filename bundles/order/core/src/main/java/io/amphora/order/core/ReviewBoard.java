package io.amphora.order.core;

import io.amphora.order.api.ReviewCheck;
import io.amphora.order.api.ReviewRequest;
import io.amphora.order.core.review.OwnCheck;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The checks that are there now; they come and go with their bundles. */
@Component(service = ReviewBoard.class)
public final class ReviewBoard {
    private static final Comparator<ActiveCheck> ORDER = Comparator.comparingInt((ActiveCheck c) -> -c.ranking).thenComparing(c -> c.id);

    private final Map<ReviewCheck, ActiveCheck> checks = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(r -> {
        Thread t = new Thread(r, "review-check");
        t.setDaemon(true);
        return t;
    });
    private final Duration deadline;
    /** Sorted once, as every order asks for them. */
    private volatile List<ActiveCheck> own = List.of();
    private volatile List<ActiveCheck> others = List.of();

    public ReviewBoard() {
        this(Duration.ofSeconds(1));
    }

    ReviewBoard(Duration deadline) {
        this.deadline = deadline;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    void bindCheck(ReviewCheck check, Map<String, Object> properties) {
        Bundle bundle = FrameworkUtil.getBundle(check.getClass());
        Object id = properties.get(ReviewCheck.PROPERTY_ID);
        Object ranking = properties.get("service.ranking");
        checks.put(check, new ActiveCheck(check, id instanceof String s && !s.isBlank() ? Texts.cut(s, 100) : Texts.cut(check.getClass().getName(), 100),
                ranking instanceof Integer i ? i : 0, bundle == null ? null : bundle.getSymbolicName(), bundle == null ? null : bundle.getVersion().toString(), System::nanoTime));
        sort();
    }

    void unbindCheck(ReviewCheck check) {
        checks.remove(check);
        sort();
    }

    private synchronized void sort() {
        own = all().stream().filter(c -> c.check instanceof OwnCheck).toList();
        others = all().stream().filter(c -> !(c.check instanceof OwnCheck)).toList();
    }

    @Deactivate
    void stop() {
        threads.shutdownNow();
    }

    /** In the order they are asked. */
    List<ActiveCheck> all() {
        return checks.values().stream().sorted(ORDER).toList();
    }

    boolean hasOthers() {
        return !others.isEmpty();
    }

    /** What the checks of this bundle find. */
    List<Found> own(ReviewRequest order) {
        List<Found> found = new ArrayList<>();
        own.forEach(c -> found.addAll(c.ask(order)));
        return found;
    }

    /** What the checks of other bundles find, within the deadline; not for use inside a transaction. */
    List<Found> others(ReviewRequest order) {
        return others.isEmpty() ? List.of() : new AskOthers(others, order).within(deadline, threads);
    }
}
