package io.amphora.web.core;

import io.amphora.extension.api.Settling;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.ws.rs.ext.RuntimeDelegate;
import org.apache.cxf.jaxrs.impl.RuntimeDelegateImpl;
import org.osgi.service.component.AnyService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What all bundles bring to the REST interface. When one brings or takes something, the next {@link Generation} is built beside the serving one,
 * which then gets no new requests and ends with its last: nobody waits, and no request meets a closed door.
 */
@Component(service = {RestResources.class, Settling.class})
public final class RestResources implements Settling {
    private static final Logger LOG = LoggerFactory.getLogger(RestResources.class);
    private static final long PATIENCE_SECONDS = 5;

    private final RestApplication application;
    private final ExecutorService builder = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "amphora-rest");
        thread.setDaemon(true);
        return thread;
    });
    private final List<Object> resources = new ArrayList<>();
    private final List<Object> extensions = new ArrayList<>();
    /** Said once: what CXF cannot make sense of. */
    private final Set<Object> unfit = Collections.newSetFromMap(new IdentityHashMap<>());
    private volatile Generation current;
    private Future<?> next;
    private volatile Future<?> last = CompletableFuture.completedFuture(null);

    @Activate
    public RestResources(@Reference RestApplication application) {
        this.application = application;
        // JAX-RS would look for it where bundles do not show what they have
        RuntimeDelegate.setInstance(new RuntimeDelegateImpl());
        current = generation(List.of(), List.of());
    }

    @Deactivate
    void stop() {
        builder.shutdown();
        current.leave();
    }

    @Reference(service = AnyService.class, target = "(osgi.jaxrs.resource=true)", cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindResource(Object resource) {
        change(resources, resource, true);
    }

    void unbindResource(Object resource) {
        await(change(resources, resource, false));
    }

    @Reference(service = AnyService.class, target = "(osgi.jaxrs.extension=true)", cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindExtension(Object extension) {
        change(extensions, extension, true);
    }

    void unbindExtension(Object extension) {
        await(change(extensions, extension, false));
    }

    private synchronized Future<?> change(List<Object> list, Object part, boolean there) {
        list.removeIf(other -> other == part);
        if (there) {
            list.add(part);
        } else {
            unfit.remove(part);
        }
        if (next == null) {
            next = builder.isShutdown() ? CompletableFuture.completedFuture(null) : builder.submit(this::build);
            last = next;
        }
        return next;
    }

    /** Its bundle may stop once nobody new is led to it. */
    private static void await(Future<?> change) {
        try {
            change.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("REST still leads to what is gone", e);
        }
    }

    private void build() {
        List<Object> fitResources;
        List<Object> fitExtensions;
        synchronized (this) {
            next = null;
            fitResources = fit(resources);
            fitExtensions = fit(extensions);
        }
        try {
            swap(generation(fitResources, fitExtensions));
        } catch (RuntimeException | LinkageError e) {
            LOG.debug("looking for what does not fit", e);
            sortOut(fitResources, fitExtensions);
        }
    }

    private List<Object> fit(List<Object> parts) {
        return parts.stream().filter(part -> !unfit.contains(part)).toList();
    }

    private Generation generation(List<Object> fitResources, List<Object> fitExtensions) {
        return new Generation(application.resources(fitResources), application.providers(fitExtensions), application.invoker());
    }

    private void swap(Generation built) {
        Generation before = current;
        current = built;
        before.leave();
    }

    /** One does not fit: finds it, and serves the others. */
    private void sortOut(List<Object> triedResources, List<Object> triedExtensions) {
        List<Object> goodResources = triedResources.stream().filter(part -> fits(List.of(part), List.of(), part)).toList();
        List<Object> goodExtensions = triedExtensions.stream().filter(part -> fits(List.of(), List.of(part), part)).toList();
        try {
            swap(generation(goodResources, goodExtensions));
        } catch (RuntimeException | LinkageError e) {
            LOG.error("REST stays as it was: the resources that are there now do not go together", e);
        }
    }

    private boolean fits(List<Object> aResource, List<Object> anExtension, Object part) {
        try {
            generation(aResource, anExtension).leave();
            return true;
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("{} is left out of REST", part.getClass().getName(), e);
            synchronized (this) {
                unfit.add(part);
            }
            return false;
        }
    }

    /** The one that serves now, entered: {@link Generation#leave} is due. */
    Generation enter() {
        Generation serving = current;
        while (!serving.enter()) {
            serving = current;
        }
        return serving;
    }

    @Override
    public boolean isSettled() {
        return last.isDone();
    }
}
