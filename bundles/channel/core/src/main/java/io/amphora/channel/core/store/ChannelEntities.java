package io.amphora.channel.core.store;

import io.amphora.platform.api.EntityContribution;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** The tables of the inbox. */
@Component
public final class ChannelEntities implements EntityContribution {
    @Override
    public String domain() {
        return "channel";
    }

    @Override
    public List<Class<?>> classes() {
        return List.of(InboxEntity.class, KnownChannel.class);
    }
}
