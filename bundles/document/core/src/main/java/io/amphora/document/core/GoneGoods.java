package io.amphora.document.core;

import io.amphora.common.AmphoraException;
import io.amphora.platform.api.Event;
import io.amphora.platform.api.EventListener;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What was invoiced, left the house and never arrived is taken back by a credit note: it came back, or is lost. Hearing of it twice changes nothing. */
@Component(service = EventListener.class)
public final class GoneGoods implements EventListener {
    private static final Logger LOG = LoggerFactory.getLogger(GoneGoods.class);

    private final OrderDocuments documents;

    @Activate
    public GoneGoods(@Reference OrderDocuments documents) {
        this.documents = documents;
    }

    @Override
    public String id() {
        return "document.gone-goods";
    }

    @Override
    public List<String> topics() {
        return List.of("order.lost", "order.came-back");
    }

    @Override
    public void on(List<Event> events) {
        events.stream().map(Event::key).distinct().forEach(this::credit);
    }

    private void credit(String order) {
        try {
            documents.creditGone(Long.parseLong(order));
        } catch (AmphoraException.Refused | AmphoraException.NotFound e) {
            LOG.warn("no credit note for what order {} did not get: {}", order, e.getMessage());
        }
    }
}
