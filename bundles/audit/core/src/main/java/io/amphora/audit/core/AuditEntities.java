package io.amphora.audit.core;

import io.amphora.platform.api.EntityContribution;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** The entity of this domain. */
@Component
public final class AuditEntities implements EntityContribution {
    @Override
    public String domain() {
        return "audit";
    }

    @Override
    public List<Class<?>> classes() {
        return List.of(AuditRow.class);
    }
}
