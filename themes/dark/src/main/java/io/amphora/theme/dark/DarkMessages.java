package io.amphora.theme.dark;

import io.amphora.common.Messages;
import org.osgi.service.component.annotations.Component;

/** The name of the theme. */
@Component(service = Messages.class)
public final class DarkMessages extends Messages {
    public DarkMessages() {
        super("i18n.theme-dark");
    }
}
