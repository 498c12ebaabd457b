package io.amphora.order.core;

import io.amphora.order.api.NewOrder;
import io.amphora.order.api.OrderBackorders.Policy;
import io.amphora.platform.api.Settings;
import io.amphora.platform.api.Sql;
import io.amphora.platform.api.Tx;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Which short lines may wait for stock; read anew every few seconds, as orders must not wait for it. */
@Component(service = BackorderRules.class)
public final class BackorderRules {
    static final String SETTING = "order.backorders";
    private static final long MAX_AGE = TimeUnit.SECONDS.toNanos(3);

    private record Read(Policy all, Map<String, Policy> products, long at) {
    }

    private final Tx tx;
    private final Settings settings;
    private final LongSupplier nanos;
    private volatile Read last;

    @Activate
    public BackorderRules(@Reference(target = "(domain=order)") Tx tx, @Reference Settings settings) {
        this(tx, settings, System::nanoTime);
    }

    BackorderRules(Tx tx, Settings settings, LongSupplier nanos) {
        this.tx = tx;
        this.settings = settings;
        this.nanos = nanos;
    }

    /** A product that says no has the last word; then the order, then whoever says yes. */
    boolean mayWait(NewOrder.Delivery delivery, String sku) {
        Read now = now();
        Policy product = now.products().get(sku);
        Boolean wanted = delivery.backorders();
        return product != Policy.REFUSE && (wanted != null ? wanted : product == Policy.ACCEPT || now.all() == Policy.ACCEPT);
    }

    private Read now() {
        long now = nanos.getAsLong();
        Read r = last;
        if (r == null || now - r.at() > MAX_AGE) {
            r = new Read(all(), products(), now);
            last = r;
        }
        return r;
    }

    Policy all() {
        return settings.get(Settings.INSTALLATION, SETTING).filter(Policy.ACCEPT.name()::equals).isPresent() ? Policy.ACCEPT : Policy.REFUSE;
    }

    Map<String, Policy> products() {
        return tx.call(em -> {
            Map<String, Policy> found = new HashMap<>();
            Sql.of("select p.sku, p.policy from order_backorder_policy p").rows(em).forEach(c -> found.put((String) c[0], Policy.valueOf((String) c[1])));
            return found;
        });
    }

    void setAll(Policy policy) {
        settings.put(Settings.INSTALLATION, SETTING, policy.name());
        last = null;
    }

    void forget() {
        last = null;
    }
}
