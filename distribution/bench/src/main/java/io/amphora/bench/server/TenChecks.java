package io.amphora.bench.server;

import io.amphora.common.Problem;
import io.amphora.order.api.ReviewCheck;
import io.amphora.order.api.ReviewRequest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** Ten foreign checks that come and go: each looks at all lines and at the customer's latest orders, and finds nothing. */
@Component(service = TenChecks.class)
public final class TenChecks {
    private static final int COUNT = 10;
    private static final BigDecimal DEAR = new BigDecimal("1000000");

    private final BundleContext context;
    private final List<ServiceRegistration<?>> there = new ArrayList<>();

    @Activate
    public TenChecks(BundleContext context) {
        this.context = context;
    }

    /** @return how many take part now */
    synchronized Map<String, Object> present(boolean wanted) {
        leave();
        for (int i = 0; wanted && i < COUNT; i++) {
            Dictionary<String, Object> properties = new Hashtable<>();
            properties.put(ReviewCheck.PROPERTY_ID, "bench-" + i);
            there.add(context.registerService(ReviewCheck.class, new Looking(i), properties));
        }
        return Map.of("checks", there.size());
    }

    @Deactivate
    synchronized void leave() {
        there.forEach(ServiceRegistration::unregister);
        there.clear();
    }

    private record Looking(int number) implements ReviewCheck {
        @Override
        public String title(Locale locale) {
            return "Bench " + number;
        }

        @Override
        public List<Problem> check(ReviewRequest order) {
            List<Problem> found = new ArrayList<>();
            BigDecimal sum = BigDecimal.ZERO;
            for (ReviewRequest.Line l : order.lines()) {
                sum = sum.add(l.unitPrice().multiply(l.quantity()));
                if (l.sku().equals("FORBIDDEN-" + number)) {
                    found.add(Problem.of("lines", "bench.forbidden", "{0} is not for sale", l.sku()));
                }
            }
            if (sum.compareTo(DEAR) > 0 || order.recent().stream().anyMatch(p -> p.number().equals("X-" + number))) {
                found.add(Problem.of("", "bench.dear", "{0} is much", sum));
            }
            return found;
        }
    }
}
