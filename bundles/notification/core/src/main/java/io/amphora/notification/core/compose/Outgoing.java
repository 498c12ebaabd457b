package io.amphora.notification.core.compose;

import io.amphora.notification.api.MessageState;
import io.amphora.notification.api.MessageTransport;
import io.amphora.notification.api.QuietHours;
import io.amphora.notification.api.Recipient;
import io.amphora.notification.core.send.MessageWorker;
import io.amphora.notification.core.store.Draft;
import io.amphora.notification.core.store.MessageEntity;
import io.amphora.notification.core.store.MessageRows;
import io.amphora.platform.api.Tx;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps messages, each once, however often its event is heard. */
@Component(service = Outgoing.class)
public final class Outgoing {
    private final Tx tx;
    private final MessageWorker worker;
    private final Installation installation;
    private final Clock clock;

    @Activate
    public Outgoing(@Reference(target = "(domain=notification)") Tx tx, @Reference MessageWorker worker, @Reference Installation installation, @Reference Clock clock) {
        this.tx = tx;
        this.worker = worker;
        this.installation = installation;
        this.clock = clock;
    }

    /** A message to be sent at the end of the quiet hours, or not at all where there is no address. */
    Draft draft(String dedup, String occasion, String about, String label, String transport, Recipient to, String language, String subject, String text, String link, QuietHours quiet) {
        Instant now = now();
        Instant due = quiet.after(now);
        boolean unreachable = !transport.equals(MessageTransport.BELL) && (to.address() == null || to.address().isBlank());
        MessageState state = unreachable ? MessageState.SUPPRESSED : due.isAfter(now) ? MessageState.WAITING : MessageState.QUEUED;
        return new Draft(dedup, occasion, about, label, transport, to, language, subject, text, link, state, unreachable ? null : due, unreachable ? "no address" : null);
    }

    /** @return how many are new */
    int keep(Collection<Draft> drafts) {
        if (drafts.isEmpty()) {
            return 0;
        }
        return tx.callWithRetry(em -> {
            Set<String> known = MessageRows.known(em, drafts.stream().map(Draft::dedup).collect(Collectors.toSet()));
            List<Draft> fresh = Gathering.of(em, drafts.stream().filter(d -> known.add(d.once())).toList(), installation.digest(), now());
            fresh.forEach(d -> em.persist(new MessageEntity(d, now())));
            if (!fresh.isEmpty()) {
                tx.afterCommit(worker::wake);
            }
            return fresh.size();
        });
    }

    /** As exact as both databases keep it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
