package io.amphora.report.core;

import io.amphora.platform.api.guard.Isolated;
import io.amphora.report.api.ReportListener;
import io.amphora.report.api.ReportTemplate;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.ComponentServiceObjects;
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
 * The templates that are there. Takes service objects instead of services: a template's constructor is the template's code, too, and
 * must not run (or hang) on the thread that starts its bundle.
 */
@Component(service = Templates.class)
public final class Templates {
    private static final Logger LOG = LoggerFactory.getLogger(Templates.class);
    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE);

    private final Map<Object, Template> all = new ConcurrentHashMap<>();
    private final ExecutorService threads = Isolated.threads("amphora-report");
    private final KnownBundles known;
    private final Clock clock;

    @Reference(policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile List<ReportListener> listeners = List.of();

    @Activate
    public Templates(@Reference KnownBundles known) {
        this(known, Clock.systemUTC());
    }

    Templates(KnownBundles known, Clock clock) {
        this.known = known;
        this.clock = clock;
    }

    @Deactivate
    void stop() {
        threads.shutdownNow();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    void addTemplate(ComponentServiceObjects<ReportTemplate> objects) {
        ServiceReference<ReportTemplate> service = objects.getServiceReference();
        Bundle bundle = service.getBundle();
        if (service.getProperty(ReportTemplate.PROPERTY_ID) instanceof String id && bundle != null) {
            int ranking = service.getProperty("service.ranking") instanceof Integer given ? given : 0;
            add(service, id, ranking, bundle.getSymbolicName(), bundle.getVersion().toString(), objects::getService);
        } else {
            LOG.warn("a report template of {} lacks the service property {}: ignored", bundle, ReportTemplate.PROPERTY_ID);
        }
    }

    void removeTemplate(ComponentServiceObjects<ReportTemplate> objects) {
        remove(objects.getServiceReference());
    }

    void add(Object key, String id, int ranking, String bundle, String version, Supplier<ReportTemplate> service) {
        Template template = new Template(id, ranking, bundle, version, service, threads, clock);
        all.put(key, template);
        threads.execute(() -> {
            template.introduce(LANGUAGES);
            changed();
            known.remember(id, bundle);
        });
    }

    void remove(Object key) {
        if (all.remove(key) != null) {
            changed();
        }
    }

    private void changed() {
        listeners.forEach(ReportListener::reportsChanged);
    }

    KnownBundles known() {
        return known;
    }

    ExecutorService threads() {
        return threads;
    }

    /** Those known by now, one per id: the highest ranking one. */
    List<Template> list() {
        return all.values().stream().filter(Template::introduced).filter(t -> find(t.id).orElse(null) == t).toList();
    }

    Optional<Template> find(String id) {
        return all.values().stream().filter(t -> t.id.equals(id)).max(Comparator.comparingInt((Template t) -> t.ranking).thenComparing(t -> t.bundle));
    }
}
