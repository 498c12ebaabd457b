package io.amphora.notification.core.send;

import io.amphora.notification.api.MessageTransport;
import io.amphora.notification.api.Recipient;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The transports that are there now; they come and go with their bundles. */
@Component(service = TransportBook.class)
public final class TransportBook {
    private static final Logger LOG = LoggerFactory.getLogger(TransportBook.class);
    private static final int LONGEST_ID = 60;

    private final Map<MessageTransport, ActiveTransport> all = new ConcurrentHashMap<>();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    void bindTransport(MessageTransport transport, Map<String, Object> properties) {
        Bundle bundle = FrameworkUtil.getBundle(transport.getClass());
        String from = bundle == null ? null : bundle.getSymbolicName();
        if (properties.get(MessageTransport.PROPERTY_ID) instanceof String id && !id.isBlank() && id.length() <= LONGEST_ID) {
            all.put(transport, new ActiveTransport(transport, id, kinds(properties.get(MessageTransport.PROPERTY_REACHES)), from, bundle == null ? null : bundle.getVersion().toString(),
                    System::nanoTime));
        } else {
            LOG.warn("a message transport of {} lacks a good service property {}: ignored", from, MessageTransport.PROPERTY_ID);
        }
    }

    void unbindTransport(MessageTransport transport) {
        all.remove(transport);
    }

    private static Set<Recipient.Kind> kinds(Object property) {
        Set<Recipient.Kind> kinds = EnumSet.noneOf(Recipient.Kind.class);
        String names = property instanceof String[] several ? String.join(",", several) : property instanceof String one ? one : "PERSON";
        Arrays.stream(Recipient.Kind.values()).filter(k -> List.of(names.split("\\s*,\\s*")).contains(k.name())).forEach(kinds::add);
        return kinds;
    }

    /** By id; where two have the same, the first of them. */
    List<ActiveTransport> present() {
        return List.copyOf(all.values().stream().sorted(Comparator.comparing((ActiveTransport t) -> t.id))
                .collect(Collectors.toMap(t -> t.id, t -> t, (a, b) -> a, java.util.LinkedHashMap::new)).values());
    }

    Optional<ActiveTransport> find(String id) {
        return present().stream().filter(t -> t.id.equals(id)).findFirst();
    }

    /** Ids of those that are there and reach such recipients, sorted. */
    public Set<String> reaching(Recipient.Kind kind) {
        return all.values().stream().filter(t -> t.reaches.contains(kind)).map(t -> t.id).collect(Collectors.toCollection(TreeSet::new));
    }
}
