package io.amphora.channel.console;

import io.amphora.common.Messages;
import org.osgi.service.component.annotations.Component;

/** The texts of this bundle. */
@Component(service = Messages.class)
public final class ChannelConsoleMessages extends Messages {
    public ChannelConsoleMessages() {
        super("i18n.channel-console");
    }
}
