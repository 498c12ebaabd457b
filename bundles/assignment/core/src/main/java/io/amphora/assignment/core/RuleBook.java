package io.amphora.assignment.core;

import io.amphora.assignment.api.AssignmentRule;
import java.time.Duration;
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

/** The rules that are there now; they come and go with their bundles. */
@Component(service = RuleBook.class)
public final class RuleBook {
    private static final Comparator<ActiveRule> ORDER = Comparator.comparingInt((ActiveRule r) -> -r.ranking).thenComparing(r -> r.id);

    private final Map<AssignmentRule, ActiveRule> rules = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(r -> {
        Thread t = new Thread(r, "assignment-rule");
        t.setDaemon(true);
        return t;
    });
    private final Duration deadline;

    public RuleBook() {
        this(Duration.ofSeconds(2));
    }

    RuleBook(Duration deadline) {
        this.deadline = deadline;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    void bindRule(AssignmentRule rule, Map<String, Object> properties) {
        Bundle bundle = FrameworkUtil.getBundle(rule.getClass());
        Object id = properties.get(AssignmentRule.PROPERTY_ID);
        Object ranking = properties.get("service.ranking");
        rules.put(rule, new ActiveRule(rule, id instanceof String s && !s.isBlank() ? Texts.cut(s, 100) : rule.getClass().getName(), ranking instanceof Integer i ? i : 0,
                bundle == null ? null : bundle.getSymbolicName(), bundle == null ? null : bundle.getVersion().toString(), deadline, System::nanoTime));
    }

    void unbindRule(AssignmentRule rule) {
        rules.remove(rule);
    }

    @Deactivate
    void stop() {
        threads.shutdownNow();
    }

    /** In the order they are asked. */
    List<ActiveRule> rules() {
        return rules.values().stream().sorted(ORDER).toList();
    }

    ExecutorService threads() {
        return threads;
    }
}
