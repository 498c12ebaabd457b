package io.amphora.document.core;

import io.amphora.document.api.DocumentKind;
import io.amphora.document.api.DocumentTemplate;
import java.time.Clock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.ComponentServiceObjects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The templates that are there: those of bundles come and go, the shipped ones stay. Takes service objects instead of services: a template's constructor
 * is its bundle's code, too.
 */
@Component(service = Templates.class)
public final class Templates {
    private static final Logger LOG = LoggerFactory.getLogger(Templates.class);
    private static final Comparator<Template> FIRST = Comparator.comparing((Template t) -> t.card.ranking(), Comparator.nullsLast(Comparator.reverseOrder()))
            .thenComparing(t -> t.card.id());

    private final Map<Object, Template> guests = new ConcurrentHashMap<>();
    private final List<Template> shipped;
    private final Clock clock;

    @Activate
    public Templates() {
        this(Clock.systemUTC());
    }

    Templates(Clock clock) {
        this.clock = clock;
        Bundle own = FrameworkUtil.getBundle(Templates.class);
        String version = own == null ? "0" : own.getVersion().toString();
        shipped = Arrays.stream(DocumentKind.values()).map(k -> new Template(new Template.Card("shipped-" + k.id(), k, ShippedTemplate.LANGUAGES, null,
                "io.amphora.document.core", version), () -> new ShippedTemplate(k), clock)).toList();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    void addTemplate(ComponentServiceObjects<DocumentTemplate> objects) {
        ServiceReference<DocumentTemplate> service = objects.getServiceReference();
        Bundle bundle = service.getBundle();
        Object id = service.getProperty(DocumentTemplate.PROPERTY_ID);
        DocumentKind kind = service.getProperty(DocumentTemplate.PROPERTY_KIND) instanceof String k ? DocumentKind.of(k).orElse(null) : null;
        if (bundle == null || kind == null || !(id instanceof String name) || name.isBlank()) {
            LOG.warn("a document template of {} lacks the service property {} or {} (known kinds only): ignored", bundle, DocumentTemplate.PROPERTY_ID, DocumentTemplate.PROPERTY_KIND);
            return;
        }
        int ranking = service.getProperty("service.ranking") instanceof Integer given ? given : 0;
        add(service, new Template.Card(Texts.cut(name, 100), kind, languages(service.getProperty(DocumentTemplate.PROPERTY_LANGUAGES)), ranking,
                Texts.cut(bundle.getSymbolicName(), 200), Texts.cut(bundle.getVersion().toString(), 100)), objects::getService);
    }

    void removeTemplate(ComponentServiceObjects<DocumentTemplate> objects) {
        remove(objects.getServiceReference());
    }

    private static List<String> languages(Object property) {
        if (property instanceof String one) {
            return List.of(one);
        }
        return property instanceof String[] several ? List.of(several) : List.of();
    }

    void add(Object key, Template.Card card, Supplier<DocumentTemplate> service) {
        guests.put(key, new Template(card, service, clock));
    }

    void remove(Object key) {
        guests.remove(key);
    }

    /** All, by kind, the first asked first. */
    List<Template> all() {
        return Stream.concat(guests.values().stream(), shipped.stream()).sorted(Comparator.comparing((Template t) -> t.card.kind()).thenComparing(FIRST)).toList();
    }

    /** The first asked first; the shipped one last. */
    List<Template> of(DocumentKind kind, Locale language) {
        return all().stream().filter(t -> t.card.kind() == kind && t.speaks(language)).toList();
    }

    Template shipped(DocumentKind kind) {
        return shipped.stream().filter(t -> t.card.kind() == kind).findFirst().orElseThrow();
    }
}
