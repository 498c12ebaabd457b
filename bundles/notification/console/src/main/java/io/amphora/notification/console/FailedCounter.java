package io.amphora.notification.console;

import io.amphora.common.Actor;
import io.amphora.console.api.ConsoleCounter;
import io.amphora.notification.api.MessageLog;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How many messages were given up and wait for somebody. */
@Component(service = ConsoleCounter.class)
public final class FailedCounter implements ConsoleCounter {
    private static final int LIMIT = 1_000;

    private final MessageLog log;

    @Activate
    public FailedCounter(@Reference MessageLog log) {
        this.log = log;
    }

    @Override
    public String path() {
        return MessageTabs.LOG;
    }

    @Override
    public String topic() {
        return "notification.changed";
    }

    @Override
    public long count(Actor actor) {
        return actor.may(MessageLog.MANAGE) ? log.countFailed(LIMIT) : 0;
    }

    @Override
    public long most() {
        return LIMIT;
    }
}
