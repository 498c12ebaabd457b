package io.amphora.catalog.core;

import io.amphora.platform.api.EntityContribution;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** What the catalog adds to the persistence unit. */
@Component
public final class CatalogEntities implements EntityContribution {
    @Override
    public String domain() {
        return "catalog";
    }

    @Override
    public List<Class<?>> classes() {
        return List.of(ProductEntity.class);
    }
}
