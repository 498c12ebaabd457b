package io.amphora.transfer.core.replay;

import io.amphora.order.api.ReviewCheck;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.function.Supplier;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Lets the check take part while orders are replayed; at other times no order is kept waiting for it. */
@Component(service = PresentCheck.class)
public final class PresentCheck {
    private final BundleContext context;
    private final DifferenceCheck check = new DifferenceCheck();
    private ServiceRegistration<ReviewCheck> registration;
    private int users;

    /** @param context null where there is no framework: then whoever asks for the check presents it */
    @Activate
    public PresentCheck(BundleContext context) {
        this.context = context;
    }

    DifferenceCheck check() {
        return check;
    }

    <T> T during(Supplier<T> work) {
        enter();
        try {
            return work.get();
        } finally {
            leave();
        }
    }

    private synchronized void enter() {
        if (users++ == 0 && context != null) {
            Dictionary<String, Object> properties = new Hashtable<>();
            properties.put(ReviewCheck.PROPERTY_ID, DifferenceCheck.ID);
            registration = context.registerService(ReviewCheck.class, check, properties);
        }
    }

    private synchronized void leave() {
        if (--users == 0 && registration != null) {
            registration.unregister();
            registration = null;
        }
    }
}
