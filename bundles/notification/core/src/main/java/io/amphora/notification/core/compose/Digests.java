package io.amphora.notification.core.compose;

import io.amphora.notification.api.Message;
import io.amphora.notification.api.MessageState;
import io.amphora.notification.api.MessageTransport;
import io.amphora.notification.api.Occasion;
import io.amphora.notification.core.send.MessageWorker;
import io.amphora.notification.core.store.Draft;
import io.amphora.notification.core.store.MessageEntity;
import io.amphora.notification.core.store.MessageRows;
import io.amphora.notification.core.text.DigestText;
import io.amphora.platform.api.Outbox;
import io.amphora.platform.api.Tx;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes one message of those that were gathered: many holds, one ring. */
@Component(service = Digests.class, immediate = true) // works by itself, nobody refers to it
public final class Digests {
    private static final Logger LOG = LoggerFactory.getLogger(Digests.class);
    /** Fewer go one by one. */
    private static final int LEAST = 3;
    private static final long SECONDS = 5;

    private final Tx tx;
    private final Outbox outbox;
    private final Installation installation;
    private final MessageWorker worker;
    private final Clock clock;
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "amphora-digests");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public Digests(@Reference(target = "(domain=notification)") Tx tx, @Reference Outbox outbox, @Reference Installation installation, @Reference MessageWorker worker, @Reference Clock clock) {
        this.tx = tx;
        this.outbox = outbox;
        this.installation = installation;
        this.worker = worker;
        this.clock = clock;
        clockwork.scheduleWithFixedDelay(this::sweep, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    @Deactivate
    void stop() {
        clockwork.shutdownNow();
    }

    private void sweep() {
        try {
            gather();
        } catch (RuntimeException e) {
            LOG.warn("messages cannot be gathered now, it is tried again", e);
        }
    }

    void gather() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        tx.call(em -> MessageRows.gathered(em, now)).forEach(g -> one(g, now));
    }

    /** Two nodes at once: the version of the rows lets one of them through. */
    private void one(MessageRows.Group group, Instant now) {
        tx.callWithRetry(em -> {
            List<MessageEntity> all = MessageRows.of(em, group, now.minus(installation.digest().multipliedBy(2)));
            List<MessageEntity> waiting = all.stream().filter(m -> m.state() == MessageState.WAITING).toList();
            if (waiting.isEmpty()) {
                return null;
            }
            if (all.size() < LEAST) {
                waiting.forEach(m -> m.alone(now));
            } else {
                em.persist(new MessageEntity(digest(all.stream().map(MessageEntity::toMessage).toList(), now), now));
                all.forEach(MessageEntity::gathered);
            }
            em.flush();
            if (group.transport().equals(MessageTransport.BELL)) {
                outbox.add("notification.bell", group.recipient(), "{\"by\":\"system:notification\"}");
            }
            tx.afterCommit(worker::wake);
            return null;
        });
    }

    private Draft digest(List<Message> all, Instant now) {
        Message last = all.get(all.size() - 1);
        Occasion occasion = Occasion.of(last.occasion()).orElseThrow();
        String url = installation.now().url();
        String link = DigestText.page(occasion);
        return new Draft("digest:" + last.id(), last.occasion(), "-", "× " + all.size(), last.transport(), last.to(), last.language(), DigestText.subject(occasion, last.language(), all.size()),
                DigestText.body(all, last.language(), url.isEmpty() ? "" : url + "/console/" + link), link, MessageState.QUEUED, now, null);
    }
}
