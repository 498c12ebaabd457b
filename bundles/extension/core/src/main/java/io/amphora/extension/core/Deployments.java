package io.amphora.extension.core;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Installs, starts, stops and removes single bundles by hand. Only dropped ones: the product's own go by feature. */
@Component(service = Deployments.class)
public final class Deployments {
    private final BundleContext framework;
    private final DeployFolder folder;
    private final Dropped dropped;
    private final Kept kept;
    private final Leftovers leftovers;

    @Activate
    public Deployments(BundleContext framework, @Reference DeployFolder folder, @Reference Dropped dropped, @Reference Kept kept, @Reference Leftovers leftovers) {
        this.framework = framework;
        this.folder = folder;
        this.dropped = dropped;
        this.kept = kept;
        this.leftovers = leftovers;
    }

    Bundle find(long id) {
        Bundle bundle = framework.getBundle(id);
        if (bundle == null) {
            throw new AmphoraException.NotFound("bundle", id);
        }
        return bundle;
    }

    static Problem notDropped(Bundle bundle) {
        return Problem.of("", "extension.not-dropped", "{0} is part of the product: switch its feature instead", bundle.getSymbolicName());
    }

    private Path file(Bundle bundle) {
        return folder.fileOf(bundle).orElseThrow(() -> new AmphoraException.Refused(notDropped(bundle)));
    }

    void install(Actor by, String fileName, InputStream jar) {
        String name = folder.put(fileName, jar);
        kept.stopped(fileName, false);
        kept.publish("installed", name, by.name());
    }

    void start(Actor by, long id) {
        Bundle bundle = find(id);
        kept.stopped(file(bundle).getFileName().toString(), false);
        if (bundle.getState() != Bundle.ACTIVE) {
            await(dropped.start(bundle));
            Problem failure = dropped.failedStarts().get(id);
            if (failure != null) {
                throw new AmphoraException.Refused(failure);
            }
            kept.publish("started", bundle.getSymbolicName(), by.name());
        }
    }

    private static void await(Future<?> start) {
        try {
            start.get(Dropped.DEADLINE_SECONDS + 1L, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException | CancellationException shownByItsFailure) {
            return;
        }
    }

    void stop(Actor by, long id) {
        Bundle bundle = find(id);
        kept.stopped(file(bundle).getFileName().toString(), true);
        try {
            bundle.stop(Bundle.STOP_TRANSIENT);
        } catch (BundleException e) {
            throw new AmphoraException.Refused(Problem.of("", "extension.stop-failed", "{0} did not stop: {1}", bundle.getSymbolicName(),
                    String.valueOf(e.getCause() == null ? e : e.getCause())));
        }
        kept.publish("stopped", bundle.getSymbolicName(), by.name());
    }

    void remove(Actor by, long id) {
        Path leftover = leftovers.find(id).orElse(null);
        Path file = leftover == null ? file(find(id)) : leftover;
        String name = leftover == null ? find(id).getSymbolicName() : leftover.getFileName().toString();
        kept.stopped(file.getFileName().toString(), false);
        folder.delete(file);
        kept.publish("removed", name, by.name());
    }
}
