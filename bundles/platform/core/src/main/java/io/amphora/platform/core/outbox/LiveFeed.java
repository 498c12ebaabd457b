package io.amphora.platform.core.outbox;

import io.amphora.platform.api.Event;
import io.amphora.platform.api.LiveEvents;
import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the {@link LiveEvents} of this node. */
@Component(service = LiveFeed.class)
public final class LiveFeed {
    private static final Logger LOG = LoggerFactory.getLogger(LiveFeed.class);

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile List<LiveEvents> listeners = List.of();

    public LiveFeed() {
    }

    /** Without a service registry. */
    public LiveFeed(List<LiveEvents> listeners) {
        this.listeners = listeners;
    }

    public boolean isListening() {
        return !listeners.isEmpty();
    }

    public void tell(List<Event> events) {
        for (LiveEvents listener : listeners) {
            try {
                listener.on(events);
            } catch (RuntimeException | LinkageError e) {
                LOG.warn("{} must not throw", listener.getClass().getName(), e);
            }
        }
    }
}
