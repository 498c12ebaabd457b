package io.amphora.platform.core.outbox;

import io.amphora.platform.api.EventListener;
import io.amphora.platform.api.Tx;
import io.amphora.platform.api.UnitStatus;
import io.amphora.platform.core.unit.Database;
import java.time.Clock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The {@link Dispatcher} of this node and the listeners in its service registry. */
@Component(immediate = true, service = OutboxDispatcher.class) // nobody asks for it: it works by itself
public final class OutboxDispatcher {
    private final Dispatcher dispatcher;

    @Activate
    public OutboxDispatcher(@Reference(target = "(domain=platform)") Tx tx, @Reference Clock clock, @Reference OutboxBell bell, @Reference UnitStatus unit) {
        boolean alone = Database.DERBY.id().equals(unit.database());
        dispatcher = new Dispatcher(tx, clock, bell, alone ? Timing.ONE_NODE : Timing.SEVERAL_NODES, alone);
        dispatcher.start();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addListener(EventListener listener) {
        dispatcher.add(listener);
    }

    void removeListener(EventListener listener) {
        dispatcher.remove(listener);
    }

    @Deactivate
    void close() {
        dispatcher.close();
    }
}
