package io.amphora.theme.celadon;

import io.amphora.common.Messages;
import org.osgi.service.component.annotations.Component;

/** The name of the theme. */
@Component(service = Messages.class)
public final class CeladonMessages extends Messages {
    public CeladonMessages() {
        super("i18n.theme-celadon");
    }
}
