package io.amphora.customer.core;

import io.amphora.platform.api.EntityContribution;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** What customers add to the persistence unit. */
@Component
public final class CustomerEntities implements EntityContribution {
    @Override
    public String domain() {
        return "customer";
    }

    @Override
    public List<Class<?>> classes() {
        return List.of(CustomerEntity.class, AddressEntity.class);
    }
}
