package io.amphora.extension.core;

import io.amphora.extension.api.Settling;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits until what bundles bring can be used: Karaf is done when they are started, their tables and resources follow a moment later. */
@Component(service = Settled.class)
public final class Settled {
    private static final Logger LOG = LoggerFactory.getLogger(Settled.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(150);

    private final BundleContext framework;
    private final Parts parts;

    @Activate
    public Settled(BundleContext framework, @Reference Parts parts) {
        this.framework = framework;
        this.parts = parts;
    }

    /** @param locations of the bundles; @param features as they stand now */
    void await(Collection<String> locations, Map<String, FeatureNode> features) {
        if (!until(() -> isSettled(locations, features), PATIENCE, PAUSE)) {
            LOG.warn("after {} s not all of {} can be used", PATIENCE.toSeconds(), locations);
        }
    }

    /** Twice in a row: between two things that follow each other all may look done. @return whether it came true in time */
    static boolean until(BooleanSupplier settled, Duration patience, Duration pause) {
        long end = System.nanoTime() + patience.toNanos();
        boolean before = false;
        while (System.nanoTime() < end) {
            boolean now = settled.getAsBoolean();
            if (now && before) {
                return true;
            }
            before = now;
            try {
                Thread.sleep(pause.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return false;
    }

    private boolean isSettled(Collection<String> locations, Map<String, FeatureNode> features) {
        List<Bundle> bundles = Arrays.stream(framework.getBundles()).filter(b -> locations.contains(b.getLocation())).toList();
        List<Part> all = parts.all();
        Waits waits = new Waits(all, features, FeatureNode::name);
        return bundles.stream().allMatch(b -> isUp(b, all)) && components(bundles, all).stream().noneMatch(part -> isComing(part, waits)) && othersAre();
    }

    /** Asked of the framework: a reference would be a circle, for REST holds the resource that switches. */
    private boolean othersAre() {
        try {
            return framework.getServiceReferences(Settling.class, null).stream().allMatch(this::isSettled);
        } catch (InvalidSyntaxException noFilter) {
            throw new IllegalStateException(noFilter);
        }
    }

    private boolean isSettled(ServiceReference<Settling> reference) {
        Settling other = framework.getService(reference);
        try {
            return other == null || other.isSettled();
        } finally {
            framework.ungetService(reference);
        }
    }

    private static boolean isUp(Bundle bundle, List<Part> all) {
        if (bundle.getHeaders().get("Fragment-Host") != null) {
            return true;
        }
        boolean read = bundle.getHeaders().get("Service-Component") == null || all.stream().anyMatch(part -> part.bundleId() == bundle.getBundleId());
        return bundle.getState() == Bundle.ACTIVE && read;
    }

    private static List<Part> components(List<Bundle> bundles, List<Part> all) {
        Set<Long> ids = bundles.stream().map(Bundle::getBundleId).collect(Collectors.toSet());
        return all.stream().filter(part -> ids.contains(part.bundleId())).toList();
    }

    /** Whether it waits for something that is on its way, not for a feature that is off. */
    static boolean isComing(Part part, Waits waits) {
        return part.state() == Part.State.WAITING && !waits.isForFeatureThatIsOff(part);
    }
}
