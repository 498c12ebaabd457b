package io.amphora.web.core;

import io.amphora.platform.api.UnitStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.karaf.features.BootFinished;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/**
 * Whether the server may get requests: the boot is over, the persistence unit serves, and every component of ours found what it
 * needs, and REST serves them all. Once that was so, only the persistence unit counts: somebody may switch a feature off and leave others waiting for it.
 */
@Component(service = Readiness.class)
public final class Readiness {
    private final BundleContext context;
    private final ServiceComponentRuntime components;
    private final RestResources rest;
    private volatile boolean wasComplete;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile UnitStatus unit;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile BootFinished bootFinished;

    @Activate
    public Readiness(BundleContext context, @Reference ServiceComponentRuntime components, @Reference RestResources rest) {
        this.context = context;
        this.components = components;
        this.rest = rest;
    }

    /** @return what is still missing; empty when ready */
    Set<String> missing() {
        Set<String> missing = new TreeSet<>();
        UnitStatus status = unit;
        if (status == null || status.generation() == 0) {
            missing.add("database");
        }
        if (!wasComplete) {
            if (bootFinished == null) {
                missing.add("boot");
            }
            if (!rest.isSettled()) {
                missing.add("rest");
            }
            missing.addAll(unsatisfied());
            wasComplete = missing.isEmpty();
        }
        return missing;
    }

    private Set<String> unsatisfied() {
        List<Bundle> ours = new ArrayList<>();
        for (Bundle bundle : context.getBundles()) {
            if (bundle.getSymbolicName() != null && bundle.getSymbolicName().startsWith("io.amphora.")) {
                ours.add(bundle);
            }
        }
        Set<String> waiting = new TreeSet<>();
        for (ComponentDescriptionDTO component : components.getComponentDescriptionDTOs(ours.toArray(Bundle[]::new))) {
            boolean stuck = components.getComponentConfigurationDTOs(component).stream()
                    .anyMatch(c -> c.state == ComponentConfigurationDTO.UNSATISFIED_REFERENCE || c.state == ComponentConfigurationDTO.FAILED_ACTIVATION);
            if (stuck && components.isComponentEnabled(component)) {
                waiting.add(component.name);
            }
        }
        return waiting;
    }
}
