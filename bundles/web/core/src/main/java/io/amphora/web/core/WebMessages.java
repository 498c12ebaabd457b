package io.amphora.web.core;

import io.amphora.common.Messages;
import org.osgi.service.component.annotations.Component;

/** Texts of problems that all resources share. */
@Component(service = Messages.class)
public final class WebMessages extends Messages {
    public WebMessages() {
        super("i18n.web");
    }
}
