package io.amphora.channel.core;

import io.amphora.common.Messages;
import org.osgi.service.component.annotations.Component;

/** What is wrong with incoming orders, in all languages. */
@Component(service = Messages.class)
public final class ChannelMessages extends Messages {
    public ChannelMessages() {
        super("i18n.channel-core");
    }
}
