package io.amphora.assignment.core;

import io.amphora.assignment.api.Assignments;
import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderQueries;
import io.amphora.order.api.OrderStatus;
import io.amphora.platform.api.Event;
import io.amphora.platform.api.EventListener;
import io.amphora.platform.api.Settings;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Assigns what is approved, unless the setting says that people do. Slowly: taking orders goes first. */
@Component
public final class AutomaticAssignment implements EventListener {
    static final String AUTOMATIC = "assignment.automatic";
    private static final Logger LOG = LoggerFactory.getLogger(AutomaticAssignment.class);
    private static final Actor BY = Actor.system("assignment");
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(10);

    private final Assignments assignments;
    private final OrderQueries orders;
    private final Settings settings;

    @Activate
    public AutomaticAssignment(@Reference Assignments assignments, @Reference OrderQueries orders, @Reference Settings settings) {
        this.assignments = assignments;
        this.orders = orders;
        this.settings = settings;
    }

    @Override
    public String id() {
        return "assignment";
    }

    @Override
    public List<String> topics() {
        return List.of("order.approved", "order.placed", "order.released", "order.amended", "order.merged", "order.parted", "order.reopened", "order.allocated");
    }

    @Override
    public void on(List<Event> events) {
        if (settings.get(Settings.INSTALLATION, AUTOMATIC).filter("false"::equals).isPresent()) {
            return;
        }
        int priority = Thread.currentThread().getPriority();
        Thread.currentThread().setPriority(Thread.MIN_PRIORITY);
        try {
            for (Event event : events) {
                if (event.payload().contains("\"status\":\"APPROVED\"")) {
                    assign(Long.parseLong(event.key()));
                    LockSupport.parkNanos(PAUSE);
                }
            }
        } finally {
            Thread.currentThread().setPriority(priority);
        }
    }

    /** A second delivery finds the order assigned. */
    private void assign(long id) {
        try {
            Order order = orders.find(BY, id);
            if (order.status() == OrderStatus.APPROVED) {
                assignments.assign(BY, id);
            }
        } catch (AmphoraException e) {
            LOG.info("Order {} is left for people to assign: {}", id, e.getMessage());
        }
    }
}
