package io.amphora.extension.core;

import io.amphora.extension.core.Part.Need;
import io.amphora.extension.core.Part.State;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.ReferenceDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;

/** Reads service components and services of the framework. */
@Component(service = Parts.class)
public final class Parts {
    private final BundleContext framework;
    private final ServiceComponentRuntime runtime;

    @Activate
    public Parts(BundleContext framework, @Reference ServiceComponentRuntime runtime) {
        this.framework = framework;
        this.runtime = runtime;
    }

    List<Part> all() {
        List<Part> parts = new ArrayList<>();
        runtime.getComponentDescriptionDTOs().forEach(d -> parts.add(part(d)));
        for (Bundle bundle : framework.getBundles()) {
            ServiceReference<?>[] services = bundle.getRegisteredServices();
            if (services != null) {
                Arrays.stream(services).filter(s -> s.getProperty("component.id") == null).forEach(s -> parts.add(byHand(bundle, s)));
            }
        }
        return parts;
    }

    private Part part(ComponentDescriptionDTO description) {
        Collection<ComponentConfigurationDTO> configurations = runtime.getComponentConfigurationDTOs(description);
        Map<String, Object> properties = new HashMap<>(description.properties);
        Set<Long> ids = new HashSet<>();
        List<Need> needs = new ArrayList<>();
        Map<String, Need> byName = new HashMap<>();
        for (ReferenceDTO reference : description.references) {
            Need need = new Need(reference.interfaceName, reference.target);
            byName.put(reference.name, need);
            if (reference.cardinality.startsWith("1")) {
                needs.add(need);
            }
        }
        List<Need> missing = new ArrayList<>();
        for (ComponentConfigurationDTO configuration : configurations) {
            properties.putAll(configuration.properties);
            ids.add(configuration.id);
            for (UnsatisfiedReferenceDTO reference : configuration.unsatisfiedReferences) {
                missing.add(byName.getOrDefault(reference.name, new Need(reference.name, reference.target)));
            }
        }
        return new Part(description.bundle.id, description.bundle.symbolicName, description.name, List.of(description.serviceInterfaces), properties, state(configurations),
                failure(configurations), needs, missing, ids);
    }

    private static State state(Collection<ComponentConfigurationDTO> configurations) {
        State state = State.UNCONFIGURED;
        for (ComponentConfigurationDTO configuration : configurations) {
            switch (configuration.state) {
                case ComponentConfigurationDTO.FAILED_ACTIVATION -> {
                    return State.FAILED;
                }
                case ComponentConfigurationDTO.ACTIVE, ComponentConfigurationDTO.SATISFIED -> state = State.ACTIVE;
                case ComponentConfigurationDTO.UNSATISFIED_REFERENCE -> state = state == State.ACTIVE ? state : State.WAITING;
                default -> { }
            }
        }
        return state;
    }

    /** The innermost cause of a failed activation: its text is a stack trace. */
    private static String failure(Collection<ComponentConfigurationDTO> configurations) {
        String trace = configurations.stream().filter(c -> c.state == ComponentConfigurationDTO.FAILED_ACTIVATION && c.failure != null).map(c -> c.failure).findFirst().orElse(null);
        if (trace == null) {
            return null;
        }
        String[] lines = trace.split("\\R");
        String cause = lines[0];
        for (String line : lines) {
            if (line.startsWith("Caused by: ")) {
                cause = line.substring("Caused by: ".length());
            }
        }
        return cause.strip();
    }

    private static Part byHand(Bundle bundle, ServiceReference<?> service) {
        Map<String, Object> properties = new HashMap<>();
        for (String key : service.getPropertyKeys()) {
            properties.put(key, service.getProperty(key));
        }
        List<String> interfaces = List.of((String[]) service.getProperty("objectClass"));
        return new Part(bundle.getBundleId(), bundle.getSymbolicName(), interfaces.get(0), interfaces, properties, State.ACTIVE, null, List.of(), List.of(), Set.of());
    }

    /** Who offers a service now: bundle and component. */
    record Offer(long bundleId, Long componentId) {
    }

    List<Offer> offers(Need need) {
        try {
            ServiceReference<?>[] found = framework.getAllServiceReferences(need.interfaceName(), need.target());
            return found == null ? List.of() : Arrays.stream(found).filter(s -> s.getBundle() != null)
                    .map(s -> new Offer(s.getBundle().getBundleId(), (Long) s.getProperty("component.id"))).toList();
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException("target of a running component", e);
        }
    }
}
