package io.amphora.notification.core.send;

import io.amphora.common.Actor;
import io.amphora.notification.api.Message;
import io.amphora.notification.api.MessageState;
import io.amphora.notification.api.MessageTransport;
import io.amphora.notification.api.OutgoingMessage;
import io.amphora.notification.api.Paper;
import io.amphora.notification.api.PaperRequest;
import io.amphora.notification.core.store.MessageEntity;
import io.amphora.notification.core.store.MessageRows;
import io.amphora.notification.core.text.MailHtml;
import io.amphora.order.api.OrderHistory;
import io.amphora.platform.api.Outbox;
import io.amphora.platform.api.Tx;
import io.amphora.platform.api.guard.NoAnswer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what is due: takes some messages in one transaction, sends them outside of any, and writes what came of it in another. A node that dies in between
 * loses nothing: its messages are due again when their lease ends, and may then arrive twice.
 */
@Component(service = MessageWorker.class)
public final class MessageWorker {
    /** Then a message is given up. */
    static final int TRIES = 8;
    private static final Logger LOG = LoggerFactory.getLogger(MessageWorker.class);
    private static final String BY = Actor.system("notification").name();
    private static final long TICK_MILLIS = 2_000;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(15);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(6);
    private static final Duration GRACE = Duration.ofMinutes(2);

    private final Tx tx;
    private final Outbox outbox;
    private final OrderHistory history;
    private final TransportBook transports;
    private final PaperBook papers;
    private final Clock clock;
    private final AtomicBoolean woken = new AtomicBoolean();
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(work -> daemon(work, "amphora-messages"));
    private final ExecutorService senders = Executors.newCachedThreadPool(work -> daemon(work, "amphora-message"));
    private final ExecutorService calls = Executors.newCachedThreadPool(work -> daemon(work, "amphora-transport"));

    @Activate
    public MessageWorker(@Reference(target = "(domain=notification)") Tx tx, @Reference Outbox outbox, @Reference OrderHistory history,
                         @Reference TransportBook transports, @Reference PaperBook papers, @Reference Clock clock) {
        this.tx = tx;
        this.outbox = outbox;
        this.history = history;
        this.transports = transports;
        this.papers = papers;
        this.clock = clock;
        clockwork.scheduleWithFixedDelay(this::sweep, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    @Deactivate
    void stop() {
        clockwork.shutdownNow();
        senders.shutdown();
        calls.shutdownNow();
    }

    /** Something is to be sent. Many calls make one round. */
    public void wake() {
        if (woken.compareAndSet(false, true)) {
            try {
                clockwork.execute(this::sweep);
            } catch (RejectedExecutionException stopping) {
                woken.set(false);
            }
        }
    }

    private void sweep() {
        woken.set(false);
        try {
            transports.present().forEach(this::take);
        } catch (RuntimeException e) {
            LOG.warn("messages cannot be read now, it is tried again", e);
        }
    }

    private void take(ActiveTransport transport) {
        int places = transport.reserve();
        List<Due> due = List.of();
        try {
            due = places == 0 ? List.of() : claim(transport, places);
        } finally {
            transport.giveBack(places - due.size());
        }
        due.forEach(m -> senders.execute(() -> send(transport, m)));
    }

    /** @param paper what is to go with it, or null */
    private record Due(Message message, PaperRequest paper) {
    }

    private List<Due> claim(ActiveTransport transport, int max) {
        Instant now = now();
        Instant leaseEnds = now.plus(transport.deadline()).plus(GRACE);
        return tx.callWithRetry(em -> MessageRows.claim(em, transport.id, now, leaseEnds, max).stream().map(m -> new Due(m.toMessage(), m.paper())).toList());
    }

    /** On a sender's thread: a border, nothing may get lost here. */
    private void send(ActiveTransport transport, Due due) {
        Message message = due.message();
        try {
            List<Paper> carried = due.paper() == null ? List.of() : papers.of(due.paper(), calls);
            ActiveTransport.Outcome outcome = transport.send(outgoing(message, carried), calls);
            settle(message, outcome, carried.stream().map(Paper::name).toList());
            wake();
        } catch (NoAnswer e) {
            transport.giveBack(1);
            settle(message, new ActiveTransport.Outcome("the paper could not be made: " + e.getMessage(), false), List.of());
        } catch (RuntimeException e) {
            LOG.warn("what came of message {} could not be kept: it is tried again", message.id(), e);
        }
    }

    private static OutgoingMessage outgoing(Message m, List<Paper> papers) {
        Locale language = Locale.forLanguageTag(m.language());
        String html = m.transport().equals(MessageTransport.WEBHOOK) ? null : MailHtml.of(m.subject(), m.text(), language);
        return new OutgoingMessage(m.id(), m.occasion(), m.to(), language, m.subject(), m.text(), html, null, m.createdAt(), papers);
    }

    private void settle(Message message, ActiveTransport.Outcome outcome, List<String> papers) {
        tx.callWithRetry(em -> {
            MessageEntity row = em.find(MessageEntity.class, message.id());
            if (row == null || row.version() != message.version()) {
                return null; // somebody else has it: the lease had ended
            }
            boolean bell = message.transport().equals(MessageTransport.BELL);
            if (outcome.error() == null) {
                row.sent(now(), bell);
                row.carried(papers);
            } else if (outcome.forGood() || message.tries() >= TRIES) {
                row.failed(outcome.error());
            } else {
                row.tryAgain(now().plus(pause(message.tries())), outcome.error());
            }
            outbox.add("notification.changed", String.valueOf(message.id()), "{\"by\":\"" + BY + "\",\"state\":\"" + row.state() + "\"}");
            if (!bell && row.state() != MessageState.QUEUED) {
                tell(message, row, papers);
            }
            if (bell && outcome.error() == null) {
                outbox.add("notification.bell", message.to().id(), "{\"by\":\"" + BY + "\"}");
            }
            return null;
        });
    }

    /** On the timeline of the order it was about, if it was about one. */
    private void tell(Message message, MessageEntity row, List<String> papers) {
        PaperRequest paper = row.paper();
        // one message for many orders stands on no timeline
        if (paper != null || message.occasion().startsWith("order.") && message.about().matches("[0-9]{1,18}")) {
            String with = papers.isEmpty() ? "" : " · " + String.join(", ", papers);
            history.add(paper == null ? Long.parseLong(message.about()) : paper.orderId(), BY, row.state() == MessageState.SENT ? "message-sent" : "message-failed",
                    message.subject() + " → " + message.to().address() + with);
        }
    }

    /** 15 s, 1 min, 4 min, 16 min, 1 h … */
    static Duration pause(int tries) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << 2 * Math.min(tries - 1, 10));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
