package io.amphora.identity.core;

import io.amphora.platform.api.EntityContribution;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** The entities of this domain. */
@Component
public final class IdentityEntities implements EntityContribution {
    @Override
    public String domain() {
        return "identity";
    }

    @Override
    public List<Class<?>> classes() {
        return List.of(AppUser.class, ApiToken.class, RolesConverter.class);
    }
}
