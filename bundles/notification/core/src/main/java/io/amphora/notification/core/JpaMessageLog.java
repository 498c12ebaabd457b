package io.amphora.notification.core;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Page;
import io.amphora.common.PageRequest;
import io.amphora.common.Problem;
import io.amphora.common.Problems;
import io.amphora.notification.api.Message;
import io.amphora.notification.api.MessageFilter;
import io.amphora.notification.api.MessageLog;
import io.amphora.notification.api.MessageState;
import io.amphora.notification.api.MessageTransport;
import io.amphora.notification.api.Recipient;
import io.amphora.notification.core.send.MessageWorker;
import io.amphora.notification.core.send.TransportBook;
import io.amphora.notification.core.store.Draft;
import io.amphora.notification.core.store.MessageEntity;
import io.amphora.notification.core.store.MessageRows;
import io.amphora.notification.core.text.Json;
import io.amphora.platform.api.Outbox;
import io.amphora.platform.api.Tx;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The messages in the database. */
@Component(service = MessageLog.class)
public final class JpaMessageLog implements MessageLog {
    private static final Pattern EMAIL = Pattern.compile("[^@\\s<>,;\"]+@[^@\\s<>,;\"]+");

    private final Tx tx;
    private final Outbox outbox;
    private final MessageWorker worker;
    private final TransportBook transports;
    private final Clock clock;

    @Activate
    public JpaMessageLog(@Reference(target = "(domain=notification)") Tx tx, @Reference Outbox outbox, @Reference MessageWorker worker, @Reference TransportBook transports,
            @Reference Clock clock) {
        this.tx = tx;
        this.outbox = outbox;
        this.worker = worker;
        this.transports = transports;
        this.clock = clock;
    }

    @Override
    public Page<Message> list(Actor by, MessageFilter filter, PageRequest page) {
        by.require(READ);
        return Page.of(tx.call(em -> MessageRows.page(em, filter, page.afterNumber(), page.size() + 1).stream().map(MessageEntity::toMessage).toList()), page.size(), Message::id);
    }

    @Override
    public Message find(Actor by, long id) {
        by.require(READ);
        return tx.call(em -> row(em, id).toMessage());
    }

    private static MessageEntity row(EntityManager em, long id) {
        MessageEntity row = em.find(MessageEntity.class, id);
        if (row == null) {
            throw new AmphoraException.NotFound("message", id);
        }
        return row;
    }

    @Override
    public int countFailed(int limit) {
        return tx.call(em -> MessageRows.countFailed(em, limit));
    }

    @Override
    public Message resend(Actor by, long id, long version) {
        by.require(MANAGE);
        return tx.callWithRetry(em -> {
            MessageEntity row = row(em, id);
            if (row.version() != version) {
                throw new AmphoraException.Stale("message", row.toMessage().label(), version, row.version());
            }
            refuse(row, now());
            row.again(now());
            em.flush();
            outbox.add("notification.changed", String.valueOf(id), "{\"by\":" + Json.quoted(by.name()) + ",\"state\":\"" + row.state() + "\"}");
            tx.afterCommit(worker::wake);
            return row.toMessage();
        });
    }

    /** One that waits for its next try need not wait: what was in the way may be mended. */
    private static void refuse(MessageEntity row, Instant now) {
        if (row.state() == MessageState.QUEUED && row.isDue(now)) {
            throw new AmphoraException.Refused(Problem.of("", "message.queued", "is to be sent anyway"));
        }
        if (row.to().address() == null && !row.transport().equals(MessageTransport.BELL)) {
            throw new AmphoraException.Refused(Problem.of("", "message.no-address", "{0} has no address", row.to().name() == null ? row.to().id() : row.to().name()));
        }
    }

    @Override
    public Message test(Actor by, String transport, String address) {
        by.require(MANAGE);
        Problems problems = new Problems();
        boolean mail = MessageTransport.EMAIL.equals(transport);
        String to = mail ? problems.text("address", address, Problems.TEXT) : null;
        problems.check(!mail || to.isEmpty() || EMAIL.matcher(to).matches(), "address", "message.email", "is no e-mail address");
        problems.check(transports.reaching(Recipient.Kind.PERSON).contains(String.valueOf(transport)), "transport", "message.transport", "there is no transport {0} that is set up",
                String.valueOf(transport));
        problems.throwIfAny();
        Recipient me = new Recipient(Recipient.Kind.PERSON, by.name(), by.displayName(), to);
        Draft draft = new Draft("test:" + UUID.randomUUID(), "test", "test", "test", transport, me, Locale.ENGLISH.getLanguage(), "Test message / 测试消息",
                "Sending works.\n\n发送正常。", null, MessageState.QUEUED, now(), null);
        return tx.callWithRetry(em -> {
            MessageEntity row = new MessageEntity(draft, now());
            em.persist(row);
            em.flush();
            outbox.add("notification.tested", String.valueOf(row.toMessage().id()), "{\"by\":" + Json.quoted(by.name()) + "}");
            tx.afterCommit(worker::wake);
            return row.toMessage();
        });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
