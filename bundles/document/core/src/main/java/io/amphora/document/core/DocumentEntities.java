package io.amphora.document.core;

import io.amphora.platform.api.EntityContribution;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** What the document domain adds to the persistence unit. */
@Component
public final class DocumentEntities implements EntityContribution {
    @Override
    public String domain() {
        return "document";
    }

    @Override
    public List<Class<?>> classes() {
        return List.of(IssuedEntity.class, ContentEntity.class);
    }
}
