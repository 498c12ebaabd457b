package io.amphora.console.core;

import io.amphora.common.Actor;
import io.amphora.console.api.ConsoleCounter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the numbers beside the menu entries right: counts off the UI threads, each counter once a second at most. */
@Component(service = Counters.class)
public final class Counters {
    private static final Logger LOG = LoggerFactory.getLogger(Counters.class);
    private static final long GAP_MILLIS = 1000;

    private final List<ConsoleCounter> counters = new CopyOnWriteArrayList<>();
    /** Counters that wait for their turn. */
    private final Set<ConsoleCounter> due = ConcurrentHashMap.newKeySet();
    private final Set<ConsoleCounter> broken = ConcurrentHashMap.newKeySet();
    private final Consumer<Map<String, Set<String>>> listener = this::changed;
    private final LiveHub hub;
    private final OpenUis uis;

    @Activate
    public Counters(@Reference LiveHub hub, @Reference OpenUis uis) {
        this.hub = hub;
        this.uis = uis;
        hub.listen(listener);
    }

    @Deactivate
    void stop() {
        hub.unlisten(listener);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    void addCounter(ConsoleCounter counter) {
        counters.add(counter);
        soon(counter);
    }

    void removeCounter(ConsoleCounter counter) {
        counters.remove(counter);
        broken.remove(counter);
        uis.each(layout -> layout.setCount(counter.path(), 0, counter.most()));
    }

    /** All numbers for a layout that was just opened. */
    void show(MainLayout layout) {
        Actor actor = layout.actor();
        hub.after(0, () -> counters.forEach(counter -> show(counter, layout, count(counter, actor))));
    }

    private void changed(Map<String, Set<String>> changes) {
        counters.stream().filter(c -> changes.keySet().stream().anyMatch(topic -> LiveHub.fits(c.topic(), topic))).forEach(this::soon);
    }

    private void soon(ConsoleCounter counter) {
        if (due.add(counter)) {
            hub.after(GAP_MILLIS, () -> {
                due.remove(counter);
                Map<String, Long> byUser = new HashMap<>();
                uis.all().forEach(layout -> show(counter, layout, byUser.computeIfAbsent(layout.actor().name(), name -> count(counter, layout.actor()))));
            });
        }
    }

    private void show(ConsoleCounter counter, MainLayout layout, long count) {
        uis.access(layout, () -> layout.setCount(counter.path(), count, counter.most()));
    }

    private long count(ConsoleCounter counter, Actor actor) {
        try {
            long count = counter.count(actor);
            broken.remove(counter);
            return count;
        } catch (RuntimeException | LinkageError e) {
            if (broken.add(counter)) {
                LOG.error("counter of {} shows nothing", counter.path(), e);
            }
            return 0;
        }
    }
}
