package io.amphora.notification.core.compose;

import io.amphora.common.Actor;
import io.amphora.common.Problems;
import io.amphora.notification.api.DigestSetup;
import io.amphora.notification.api.MessageLog;
import io.amphora.notification.core.text.Json;
import io.amphora.platform.api.Edits;
import io.amphora.platform.api.Outbox;
import io.amphora.platform.api.Tx;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The minutes, as a setting of the installation. */
@Component
public final class DigestSetupService implements DigestSetup {
    private final Tx tx;
    private final Outbox outbox;
    private final Installation installation;

    @Activate
    public DigestSetupService(@Reference(target = "(domain=notification)") Tx tx, @Reference Outbox outbox, @Reference Installation installation) {
        this.tx = tx;
        this.outbox = outbox;
        this.installation = installation;
    }

    @Override
    public int minutes(Actor by) {
        by.require(MessageLog.MANAGE);
        return (int) installation.digest().toMinutes();
    }

    @Override
    public long version(Actor by) {
        by.require(MessageLog.MANAGE);
        return tx.call(em -> Edits.version(em, Installation.DIGEST_MINUTES));
    }

    @Override
    public void change(Actor by, int minutes, long seen) {
        by.require(MessageLog.MANAGE);
        Problems problems = new Problems();
        problems.check(minutes >= 0 && minutes <= MOST_MINUTES, "minutes", "digest.minutes", "must be from 0 to {0}", MOST_MINUTES);
        problems.throwIfAny();
        tx.callWithRetry(em -> {
            Edits.next(em, Installation.DIGEST_MINUTES, "digest", seen, by.name());
            installation.digest(minutes);
            outbox.add("notification.digest-changed", "digest", "{\"by\":" + Json.quoted(by.name()) + ",\"minutes\":" + minutes + "}");
            return null;
        });
    }
}
