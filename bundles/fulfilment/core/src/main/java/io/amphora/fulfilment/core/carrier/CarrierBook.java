package io.amphora.fulfilment.core.carrier;

import io.amphora.fulfilment.api.Carrier;
import io.amphora.fulfilment.api.ShippingDesk.CarrierInfo;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The carriers that are there now; they come and go with their bundles. */
@Component(service = CarrierBook.class)
public final class CarrierBook {
    private final Map<Carrier, ActiveCarrier> carriers = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(r -> {
        Thread t = new Thread(r, "amphora-carrier");
        t.setDaemon(true);
        return t;
    });
    private final Duration deadline;

    public CarrierBook() {
        this(Duration.ofSeconds(10));
    }

    public CarrierBook(Duration deadline) {
        this.deadline = deadline;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    public void bindCarrier(Carrier carrier, Map<String, Object> properties) {
        Bundle bundle = FrameworkUtil.getBundle(carrier.getClass());
        Object id = properties.get(Carrier.PROPERTY_ID);
        carriers.put(carrier, new ActiveCarrier(carrier, ActiveCarrier.cut(id instanceof String s && !s.isBlank() ? s : carrier.getClass().getName(), 100),
                bundle == null ? null : bundle.getSymbolicName(), bundle == null ? null : bundle.getVersion().toString(), deadline, System::nanoTime));
    }

    public void unbindCarrier(Carrier carrier) {
        carriers.remove(carrier);
    }

    @Deactivate
    void stop() {
        threads.shutdownNow();
    }

    public Optional<ActiveCarrier> find(String id) {
        return carriers.values().stream().filter(g -> g.id().equals(id)).findFirst();
    }

    /** By title. */
    public List<ActiveCarrier> all(Locale locale) {
        return carriers.values().stream().sorted(Comparator.comparing(c -> c.title(locale))).toList();
    }

    public List<CarrierInfo> describe(Locale locale) {
        return all(locale).stream().map(c -> c.info(locale)).toList();
    }

    public ExecutorService threads() {
        return threads;
    }
}
