package io.amphora.console.api.kit;

import io.amphora.common.Messages;
import org.osgi.service.component.annotations.Component;

/** The texts of the kit's own parts, {@code kit.*}. */
@Component(service = Messages.class)
public final class KitMessages extends Messages {
    public KitMessages() {
        super("i18n.kit");
    }
}
