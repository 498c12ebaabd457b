package io.amphora.fulfilment.core;

import io.amphora.fulfilment.core.pick.PickItemEntity;
import io.amphora.fulfilment.core.pick.PickListEntity;
import io.amphora.fulfilment.core.pick.PutBackEntity;
import io.amphora.fulfilment.core.pick.WaveEntity;
import io.amphora.fulfilment.core.ship.CallEntity;
import io.amphora.fulfilment.core.ship.DispatchEntity;
import io.amphora.fulfilment.core.ship.EventEntity;
import io.amphora.fulfilment.core.ship.ItemEntity;
import io.amphora.fulfilment.core.ship.LabelEntity;
import io.amphora.fulfilment.core.ship.ParcelEntity;
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
        return List.of(TrackingLinkEntity.class, DispatchEntity.class, ParcelEntity.class, ItemEntity.class, LabelEntity.class, CallEntity.class, EventEntity.class, WaveEntity.class, PickListEntity.class, PickItemEntity.class,
                PutBackEntity.class);
    }
}
