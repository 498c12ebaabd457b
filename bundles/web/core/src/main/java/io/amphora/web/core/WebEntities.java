package io.amphora.web.core;

import io.amphora.platform.api.EntityContribution;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** What this bundle adds to the persistence unit. */
@Component
public final class WebEntities implements EntityContribution {
    @Override
    public String domain() {
        return "web";
    }

    @Override
    public List<Class<?>> classes() {
        return List.of(Answer.class);
    }
}
