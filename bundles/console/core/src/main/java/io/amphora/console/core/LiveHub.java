package io.amphora.console.core;

import com.vaadin.flow.component.UI;
import io.amphora.platform.api.Event;
import io.amphora.platform.api.LiveEvents;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/**
 * Tells open browsers of committed events. Events only fall into a basket on the committing thread; the basket is emptied three times a
 * second at most, however many orders arrive.
 */
@Component(service = {LiveHub.class, LiveEvents.class})
public final class LiveHub implements LiveEvents {
    private static final long GAP_MILLIS = 330;
    private static final long FIRST_MILLIS = 40;
    private static final int THREADS = 4;

    private final Set<UiPush> pushes = ConcurrentHashMap.newKeySet();
    private final List<Consumer<Map<String, Set<String>>>> listeners = new CopyOnWriteArrayList<>();
    private final ScheduledThreadPoolExecutor threads;
    private Map<String, Set<String>> basket = new HashMap<>();
    private boolean due;
    private long emptied;

    @Activate
    public LiveHub() {
        threads = new ScheduledThreadPoolExecutor(THREADS, task -> {
            Thread thread = new Thread(task, "console-live");
            thread.setDaemon(true);
            return thread;
        });
        threads.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    @Deactivate
    void stop() {
        threads.shutdown();
    }

    @Override
    public synchronized void on(List<Event> events) {
        events.forEach(e -> basket.computeIfAbsent(e.topic(), t -> new HashSet<>()).add(e.key()));
        if (!due && !basket.isEmpty()) {
            due = true;
            after(Math.max(FIRST_MILLIS, emptied + GAP_MILLIS - millis()), this::empty);
        }
    }

    /** @return what keeps the pages of this browser window in step */
    UiPush open(UI ui) {
        UiPush push = new UiPush(ui);
        pushes.add(push);
        ui.addDetachListener(e -> pushes.remove(push));
        return push;
    }

    /** @param listener gets the keys by topic, on a thread of the hub */
    void listen(Consumer<Map<String, Set<String>>> listener) {
        listeners.add(listener);
    }

    void unlisten(Consumer<Map<String, Set<String>>> listener) {
        listeners.remove(listener);
    }

    /** Runs something for the shell off the UI threads. */
    void after(long millis, Runnable task) {
        try {
            threads.schedule(task, millis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException stopped) {
            return;
        }
    }

    private void empty() {
        Map<String, Set<String>> changes;
        synchronized (this) {
            changes = basket;
            basket = new HashMap<>();
            due = false;
            emptied = millis();
        }
        pushes.forEach(push -> after(0, () -> push.deliver(changes)));
        listeners.forEach(listener -> after(0, () -> listener.accept(changes)));
    }

    private static long millis() {
        return System.nanoTime() / 1_000_000;
    }

    /** {@code order.placed} fits itself and {@code order.*}. */
    static boolean fits(String wanted, String topic) {
        return wanted.endsWith(".*") ? topic.startsWith(wanted.substring(0, wanted.length() - 1)) : wanted.equals(topic);
    }
}
