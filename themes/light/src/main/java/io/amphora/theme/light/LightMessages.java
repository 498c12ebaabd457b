package io.amphora.theme.light;

import io.amphora.common.Messages;
import org.osgi.service.component.annotations.Component;

/** The name of the theme. */
@Component(service = Messages.class)
public final class LightMessages extends Messages {
    public LightMessages() {
        super("i18n.theme-light");
    }
}
