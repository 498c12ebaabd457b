package io.amphora.platform.core.unit;

import io.amphora.platform.api.EntityContribution;
import io.amphora.platform.api.Tx;
import io.amphora.platform.api.UnitStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Contributions in, a {@link Tx} service per domain out. Everything slow happens on a thread of its own while the old generation
 * serves. When the DataSource service is replaced (another database configured on the running server), DS makes a new one of
 * these: all Tx go, and come again over the new database.
 */
@Component(immediate = true) // nobody may ask for UnitStatus
public final class PersistenceUnit implements UnitStatus {
    private static final Logger LOG = LoggerFactory.getLogger(PersistenceUnit.class);
    private static final long DEBOUNCE_MILLIS = 50;
    private static final long LONGEST_PAUSE_MILLIS = 15_000;

    private final BundleContext context;
    private final DataSource dataSource;
    private final int transactions;
    private final ScheduledExecutorService builder = Executors.newSingleThreadScheduledExecutor(r -> new Thread(r, "amphora-persistence-unit"));
    /** Guarded by this, as are the services. */
    private final Map<EntityContribution, Contribution> present = new LinkedHashMap<>();
    private final Map<Contribution, ServiceRegistration<Tx>> services = new HashMap<>();
    /** Contributions that could not even be read. */
    private final Map<String, String> unreadable = new ConcurrentSkipListMap<>();
    private volatile Unit unit;
    private long pauseMillis = 500;

    @Activate
    public PersistenceUnit(BundleContext context, @Reference(target = "(dataSourceName=amphora)") Map.Entry<Map<String, Object>, DataSource> dataSource) {
        this.context = context;
        this.dataSource = dataSource.getValue();
        this.transactions = PoolSize.transactions(dataSource.getKey());
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    synchronized void addContribution(EntityContribution contribution) {
        try {
            present.put(contribution, new Contribution(contribution));
            rebuildIn(DEBOUNCE_MILLIS);
        } catch (RuntimeException | LinkageError e) {
            unreadable.put(contribution.domain(), Unit.reason(e));
            LOG.error("{} does not join the persistence unit: {}", contribution.domain(), Unit.reason(e));
        }
    }

    void removeContribution(EntityContribution contribution) {
        ServiceRegistration<Tx> service = null;
        synchronized (this) {
            Contribution gone = present.remove(contribution);
            if (gone == null) {
                unreadable.remove(contribution.domain());
            } else {
                service = services.remove(gone);
                rebuildIn(DEBOUNCE_MILLIS);
            }
        }
        // now, so that its users stop before its classes go
        unregister(service);
    }

    private void rebuildIn(long millis) {
        if (!builder.isShutdown()) {
            builder.schedule(this::rebuild, millis, TimeUnit.MILLISECONDS);
        }
    }

    private void rebuild() {
        try {
            List<Contribution> wanted;
            synchronized (this) {
                wanted = new ArrayList<>(present.values());
            }
            if (unit == null) {
                unit = new Unit(dataSource, context.getBundle().getEntry("/"), transactions);
            }
            if (unit.serve(wanted)) {
                unit.members().forEach(this::register);
            }
        } catch (Database.DatabaseUnreachable e) {
            LOG.warn("waiting for the database: {}", Unit.reason(e));
            pauseMillis = Math.min(2 * pauseMillis, LONGEST_PAUSE_MILLIS);
            synchronized (this) {
                rebuildIn(pauseMillis);
            }
        } catch (RuntimeException | Error e) {
            // the executor would swallow it
            LOG.error("the persistence unit stays as it was", e);
        }
    }

    private void register(Contribution contribution) {
        synchronized (this) {
            if (services.containsKey(contribution) || !present.containsValue(contribution)) {
                return;
            }
        }
        // not under the lock: this activates the components that wait for it
        ServiceRegistration<Tx> service = context.registerService(Tx.class, unit.tx(contribution),
                FrameworkUtil.asDictionary(Map.of("domain", contribution.domain())));
        synchronized (this) {
            if (present.containsValue(contribution) && !builder.isShutdown()) {
                services.put(contribution, service);
                return;
            }
        }
        unregister(service);
    }

    private static void unregister(ServiceRegistration<?> service) {
        if (service != null) {
            try {
                service.unregister();
            } catch (IllegalStateException e) {
                LOG.debug("the framework was faster", e);
            }
        }
    }

    @Deactivate
    void close() throws InterruptedException {
        List<ServiceRegistration<Tx>> all;
        synchronized (this) {
            builder.shutdownNow();
            all = List.copyOf(services.values());
            services.clear();
        }
        all.forEach(PersistenceUnit::unregister);
        builder.awaitTermination(10, TimeUnit.SECONDS);
        if (unit != null) {
            unit.close();
        }
    }

    @Override
    public int generation() {
        return unit == null ? 0 : unit.generation();
    }

    @Override
    public List<String> domains() {
        return unit == null ? List.of() : unit.domains();
    }

    @Override
    public Map<String, String> refused() {
        Map<String, String> all = new HashMap<>(unreadable);
        if (unit != null) {
            unit.refused().forEach((contribution, reason) -> all.put(contribution.domain(), reason));
        }
        return Map.copyOf(all);
    }

    @Override
    public int open() {
        return unit == null ? 0 : unit.open();
    }

    @Override
    public long lastBuildMillis() {
        return unit == null ? 0 : unit.lastBuildMillis();
    }

    @Override
    public String database() {
        return unit == null ? "" : unit.database().id();
    }
}
