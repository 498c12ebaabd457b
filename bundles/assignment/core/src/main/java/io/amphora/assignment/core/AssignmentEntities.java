package io.amphora.assignment.core;

import io.amphora.platform.api.EntityContribution;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** What the assignment domain adds to the persistence unit. */
@Component
public final class AssignmentEntities implements EntityContribution {
    @Override
    public String domain() {
        return "assignment";
    }

    @Override
    public List<Class<?>> classes() {
        return List.of(DecisionEntity.class);
    }
}
