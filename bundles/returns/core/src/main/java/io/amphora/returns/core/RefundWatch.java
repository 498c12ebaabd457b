package io.amphora.returns.core;

import io.amphora.platform.api.Event;
import io.amphora.platform.api.EventListener;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A refund that a settlement waits for ended. Hearing of it twice changes nothing. */
@Component
public final class RefundWatch implements EventListener {
    private final DoSteps steps;

    @Activate
    public RefundWatch(@Reference DoSteps steps) {
        this.steps = steps;
    }

    @Override
    public String id() {
        return "returns";
    }

    @Override
    public List<String> topics() {
        return List.of("payment.refunded", "payment.failed");
    }

    @Override
    public void on(List<Event> events) {
        Set<Long> orders = new LinkedHashSet<>();
        events.stream().filter(e -> e.key().matches("[0-9]{1,18}")).forEach(e -> orders.add(Long.valueOf(e.key())));
        orders.forEach(steps::heard);
    }
}
