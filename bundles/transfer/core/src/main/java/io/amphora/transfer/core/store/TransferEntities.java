package io.amphora.transfer.core.store;

import io.amphora.platform.api.EntityContribution;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** The tables of imports. */
@Component
public final class TransferEntities implements EntityContribution {
    @Override
    public String domain() {
        return "transfer";
    }

    @Override
    public List<Class<?>> classes() {
        return List.of(ImportEntity.class, RowEntity.class, ReplayEntity.class);
    }
}
