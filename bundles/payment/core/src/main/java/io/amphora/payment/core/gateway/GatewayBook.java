package io.amphora.payment.core.gateway;

import io.amphora.payment.api.PaymentGateway;
import io.amphora.payment.api.Payments.GatewayInfo;
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

/** The gateways that are there now; they come and go with their bundles. */
@Component(service = GatewayBook.class)
public final class GatewayBook {
    private final Map<PaymentGateway, ActiveGateway> gateways = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(r -> {
        Thread t = new Thread(r, "payment-gateway");
        t.setDaemon(true);
        return t;
    });
    private final Duration deadline;

    public GatewayBook() {
        this(Duration.ofSeconds(10));
    }

    public GatewayBook(Duration deadline) {
        this.deadline = deadline;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    public void bindGateway(PaymentGateway gateway, Map<String, Object> properties) {
        Bundle bundle = FrameworkUtil.getBundle(gateway.getClass());
        Object id = properties.get(PaymentGateway.PROPERTY_ID);
        gateways.put(gateway, new ActiveGateway(gateway, ActiveGateway.cut(id instanceof String s && !s.isBlank() ? s : gateway.getClass().getName(), 100),
                bundle == null ? null : bundle.getSymbolicName(), bundle == null ? null : bundle.getVersion().toString(), deadline, System::nanoTime));
    }

    public void unbindGateway(PaymentGateway gateway) {
        gateways.remove(gateway);
    }

    @Deactivate
    void stop() {
        threads.shutdownNow();
    }

    public Optional<ActiveGateway> find(String id) {
        return gateways.values().stream().filter(g -> g.id().equals(id)).findFirst();
    }

    public List<GatewayInfo> describe(Locale locale) {
        return gateways.values().stream().map(g -> g.info(locale)).sorted(Comparator.comparing(GatewayInfo::title)).toList();
    }

    public ExecutorService threads() {
        return threads;
    }
}
