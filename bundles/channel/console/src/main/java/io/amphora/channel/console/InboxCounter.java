package io.amphora.channel.console;

import io.amphora.channel.api.Inbox;
import io.amphora.common.Actor;
import io.amphora.console.api.ConsoleCounter;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How many incoming orders wait for somebody. */
@Component(service = ConsoleCounter.class)
public final class InboxCounter implements ConsoleCounter {
    private static final int LIMIT = 1_000;

    private final Inbox inbox;

    @Activate
    public InboxCounter(@Reference Inbox inbox) {
        this.inbox = inbox;
    }

    @Override
    public String path() {
        return "inbox";
    }

    @Override
    public String topic() {
        return "inbox.*";
    }

    @Override
    public long count(Actor actor) {
        return actor.may(Inbox.READ) ? inbox.countFailed(LIMIT) : 0;
    }

    @Override
    public long most() {
        return LIMIT;
    }
}
