package io.amphora.notification.rest;

import io.amphora.notification.api.Message;
import io.amphora.notification.api.MessageState;
import io.amphora.notification.api.Recipient;
import java.time.Instant;
import java.util.List;

/** A message. {@code about} is the id of the order or the SKU, {@code label} its number; {@code dueAt} is absent if it is not to be sent; {@code papers} names what
 * went with it. */
public record MessageJson(long id, String occasion, String about, String label, String transport, To to, String language, String subject, String text, MessageState state, int tries,
                          Instant dueAt, String lastError, List<String> papers, Instant createdAt, Instant sentAt, long version) {
    /** Whom it is for. */
    public record To(Recipient.Kind kind, String id, String name, String address) {
    }

    static MessageJson of(Message m) {
        return new MessageJson(m.id(), m.occasion(), m.about(), m.label(), m.transport(), new To(m.to().kind(), m.to().id(), m.to().name(), m.to().address()), m.language(), m.subject(), m.text(),
                m.state(), m.tries(), m.dueAt(), m.lastError(), m.papers(), m.createdAt(), m.sentAt(), m.version());
    }
}
