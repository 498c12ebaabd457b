package io.amphora.returns.core.store;

import io.amphora.platform.api.EntityContribution;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** What returns add to the persistence unit. */
@Component
public final class ReturnEntities implements EntityContribution {
    @Override
    public String domain() {
        return "returns";
    }

    @Override
    public List<Class<?>> classes() {
        return List.of(ReturnOrderEntity.class, ReturnEntity.class, ReturnLineEntity.class, ReceiptEntity.class, ReturnStepEntity.class, EntryEntity.class, ReasonEntity.class);
    }
}
