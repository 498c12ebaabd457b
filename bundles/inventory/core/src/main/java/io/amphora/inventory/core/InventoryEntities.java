package io.amphora.inventory.core;

import io.amphora.platform.api.EntityContribution;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** What the inventory adds to the persistence unit. */
@Component
public final class InventoryEntities implements EntityContribution {
    @Override
    public String domain() {
        return "inventory";
    }

    @Override
    public List<Class<?>> classes() {
        return List.of(LocationEntity.class, LevelEntity.class, ReservationEntity.class, MovementEntity.class);
    }
}
