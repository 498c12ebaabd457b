package io.amphora.extension.core;

import io.amphora.common.Problem;
import io.amphora.extension.api.ExtensionListener;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleException;
import org.osgi.framework.BundleListener;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.startlevel.FrameworkStartLevel;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts what was dropped into the deploy folder; File Install only installs it. Each bundle is started on a thread of its own: one that
 * hangs in its start holds up neither other drops nor the start of the server, and what one throws is known here, to be shown.
 * immediate: nobody asks for it, it acts on events.
 */
@Component(service = Dropped.class, immediate = true)
public final class Dropped implements BundleListener {
    private static final Logger LOG = LoggerFactory.getLogger(Dropped.class);
    private static final long SETTLE_MILLIS = 150;
    private static final long TOO_EARLY_MILLIS = 500;
    private static final String HANGS = "extension.start-hangs";
    private static final int LEFTOVERS_SECONDS = 3;
    static final int DEADLINE_SECONDS = 20;

    private final BundleContext framework;
    private final DeployFolder folder;
    private final Kept kept;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> daemon(work, "amphora-deploy"));
    private final ExecutorService starters = Executors.newCachedThreadPool(work -> daemon(work, "amphora-deploy-start"));
    private final Map<Long, Future<?>> running = new ConcurrentHashMap<>();
    /** Bundle to why it did not start; with the time of the bundle's file, so that a new one is tried again. */
    private final Map<Long, Failure> failures = new ConcurrentHashMap<>();
    private final Leftovers leftovers;
    private List<Path> knownLeftovers = List.of();
    private ScheduledFuture<?> next;

    @Reference(policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile List<ExtensionListener> listeners = List.of();

    /** @param resolvable whether it may start once other bundles are there */
    private record Failure(Problem problem, long modified, boolean resolvable) {
    }

    @Activate
    public Dropped(BundleContext framework, @Reference DeployFolder folder, @Reference Kept kept, @Reference Leftovers leftovers) {
        this.framework = framework;
        this.folder = folder;
        this.kept = kept;
        this.leftovers = leftovers;
        framework.addBundleListener(this);
        schedule(SETTLE_MILLIS);
        clock.scheduleWithFixedDelay(this::lookForLeftovers, LEFTOVERS_SECONDS, LEFTOVERS_SECONDS, TimeUnit.SECONDS);
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    @Deactivate
    void stop() {
        framework.removeBundleListener(this);
        clock.shutdownNow();
        starters.shutdownNow();
    }

    @Override
    public void bundleChanged(BundleEvent event) {
        if (event.getType() == BundleEvent.UNINSTALLED) {
            failures.remove(event.getBundle().getBundleId());
        }
        if (event.getType() == BundleEvent.UPDATED) {
            folder.fileOf(event.getBundle()).ifPresent(file -> starters.execute(() -> {
                kept.stopped(file.getFileName().toString(), false);
                schedule(SETTLE_MILLIS);
            }));
        }
        schedule(SETTLE_MILLIS);
    }

    private synchronized void schedule(long millis) {
        if (!clock.isShutdown() && (next == null || next.isDone())) {
            next = clock.schedule(this::look, millis, TimeUnit.MILLISECONDS);
        }
    }

    /** After each change of bundles: starts what stands still, and tells who watches. */
    private void look() {
        synchronized (this) {
            next = null;
        }
        try {
            Set<String> stopped = null;
            for (Bundle bundle : framework.getBundles()) {
                Path file = folder.fileOf(bundle).orElse(null);
                if (file != null && standsStill(bundle) && worthATry(bundle)) {
                    stopped = stopped == null ? kept.stopped() : stopped;
                    if (!stopped.contains(file.getFileName().toString())) {
                        start(bundle);
                    }
                }
            }
        } catch (RuntimeException e) {
            LOG.warn("dropped bundles were not looked at; tried again with the next change", e);
        }
        listeners.forEach(ExtensionListener::extensionsChanged);
    }

    /** No event tells of a file that File Install passed over. */
    private void lookForLeftovers() {
        try {
            List<Path> now = leftovers.files();
            if (!now.equals(knownLeftovers)) {
                now.stream().filter(file -> !knownLeftovers.contains(file)).forEach(file -> LOG.warn("{} in the deploy folder is not installed", file.getFileName()));
                knownLeftovers = now;
                listeners.forEach(ExtensionListener::extensionsChanged);
            }
        } catch (RuntimeException e) {
            LOG.warn("the deploy folder could not be looked at", e);
        }
    }

    private static boolean standsStill(Bundle bundle) {
        return (bundle.getState() == Bundle.INSTALLED || bundle.getState() == Bundle.RESOLVED) && bundle.getHeaders().get("Fragment-Host") == null;
    }

    private boolean worthATry(Bundle bundle) {
        Failure failure = failures.get(bundle.getBundleId());
        return !running.containsKey(bundle.getBundleId()) && (failure == null || failure.modified() != bundle.getLastModified() || failure.resolvable() && canResolve(bundle));
    }

    private boolean canResolve(Bundle bundle) {
        return Missing.of(bundle, framework.getBundles()).isEmpty();
    }

    /** Starts it on a thread of its own. @return done when the start is over, however it went */
    synchronized Future<?> start(Bundle bundle) {
        long id = bundle.getBundleId();
        int level = framework.getBundle(0).adapt(FrameworkStartLevel.class).getStartLevel();
        if (level < bundle.adapt(BundleStartLevel.class).getStartLevel()) {
            schedule(TOO_EARLY_MILLIS);
            return CompletableFuture.completedFuture(null);
        }
        FutureTask<?> start = new FutureTask<>(() -> startNow(bundle), null);
        running.put(id, start);
        starters.execute(start);
        clock.schedule(() -> tooLong(bundle, start), DEADLINE_SECONDS, TimeUnit.SECONDS);
        return start;
    }

    private void startNow(Bundle bundle) {
        long id = bundle.getBundleId();
        long modified = bundle.getLastModified();
        try {
            bundle.start(Bundle.START_TRANSIENT | Bundle.START_ACTIVATION_POLICY);
            failures.remove(id);
            LOG.info("started {} {}", bundle.getSymbolicName(), bundle.getVersion());
        } catch (BundleException e) {
            boolean resolvable = e.getType() == BundleException.RESOLVE_ERROR || bundle.getState() == Bundle.INSTALLED;
            failed(bundle, e.getCause() == null ? e : e.getCause(), modified, resolvable);
        } catch (RuntimeException | Error e) {
            failed(bundle, e, modified, false);
        } finally {
            running.remove(id);
        }
    }

    private void failed(Bundle bundle, Throwable why, long modified, boolean resolvable) {
        if (bundle.getState() == Bundle.UNINSTALLED) {
            return;
        }
        Failure now = new Failure(Problem.of("", "extension.start-failed", "did not start: {0}", String.valueOf(why)), modified, resolvable);
        Failure before = failures.get(bundle.getBundleId());
        boolean interrupted = before != null && before.modified() == modified && before.problem().code().equals(HANGS);
        failures.put(bundle.getBundleId(), interrupted ? before : now);
        if (before == null || before.modified() != modified) {
            LOG.warn("{} {} did not start", bundle.getSymbolicName(), bundle.getVersion(), why);
        }
        schedule(SETTLE_MILLIS);
    }

    private void tooLong(Bundle bundle, Future<?> start) {
        if (start.isDone()) {
            return;
        }
        LOG.warn("{} {} has not come back from its start for {} s: interrupted", bundle.getSymbolicName(), bundle.getVersion(), DEADLINE_SECONDS);
        failures.put(bundle.getBundleId(), new Failure(Problem.of("", HANGS, "has not come back from its start for {0} seconds", DEADLINE_SECONDS),
                bundle.getLastModified(), false));
        start.cancel(true);
        schedule(SETTLE_MILLIS);
    }

    /** Why bundles did not start, by id. */
    Map<Long, Problem> failedStarts() {
        Map<Long, Problem> problems = new HashMap<>();
        failures.forEach((id, failure) -> problems.put(id, failure.problem()));
        return problems;
    }
}
