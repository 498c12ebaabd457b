package io.amphora.identity.core;

import io.amphora.common.Messages;
import org.osgi.service.component.annotations.Component;

/** The texts of this bundle. */
@Component(service = Messages.class)
public final class IdentityMessages extends Messages {
    public IdentityMessages() {
        super("i18n.identity");
    }
}
