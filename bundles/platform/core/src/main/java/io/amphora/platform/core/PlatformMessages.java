package io.amphora.platform.core;

import io.amphora.common.Messages;
import org.osgi.service.component.annotations.Component;

/** The platform's texts, and those of the problems that all domains share. */
@Component(service = Messages.class)
public final class PlatformMessages extends Messages {
    public PlatformMessages() {
        super("i18n.platform");
    }
}
