package io.amphora.fulfilment.core;

import io.amphora.platform.api.EntityContribution;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** What the fulfilment domain adds to the persistence unit. */
@Component
public final class FulfilmentEntities implements EntityContribution {
    @Override
    public String domain() {
        return "fulfilment";
    }

    @Override
    public List<Class<?>> classes() {
        return List.of(TrackingLinkEntity.class);
    }
}
