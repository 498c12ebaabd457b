package io.amphora.payment.core;

import io.amphora.platform.api.Event;
import io.amphora.platform.api.EventListener;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Money came or went, or the terms changed: orders that are paid in advance are held or let go. Hearing of it twice changes nothing. */
@Component
public final class PrepaidWatch implements EventListener {
    private final PrepaidHolds holds;

    @Activate
    public PrepaidWatch(@Reference PrepaidHolds holds) {
        this.holds = holds;
    }

    @Override
    public String id() {
        return "payment.prepaid";
    }

    @Override
    public List<String> topics() {
        return List.of("payment.paid", "payment.refunded", "payment.credited", "payment.terms");
    }

    @Override
    public void on(List<Event> events) {
        Set<Long> orders = new LinkedHashSet<>();
        Set<Long> terms = new LinkedHashSet<>();
        events.stream().filter(e -> e.key().matches("[0-9]{1,18}")).forEach(e -> (e.topic().equals("payment.terms") ? terms : orders).add(Long.valueOf(e.key())));
        holds.among(orders);
        terms.forEach(holds::follow);
    }
}
