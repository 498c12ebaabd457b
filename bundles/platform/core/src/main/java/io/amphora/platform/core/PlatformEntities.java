package io.amphora.platform.core;

import io.amphora.platform.api.EntityContribution;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** What the platform itself keeps. */
@Component
public final class PlatformEntities implements EntityContribution {
    @Override
    public String domain() {
        return "platform";
    }

    @Override
    public List<Class<?>> classes() {
        return List.of(InstantConverter.class);
    }
}
