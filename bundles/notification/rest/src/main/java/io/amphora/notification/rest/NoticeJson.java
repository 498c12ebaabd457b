package io.amphora.notification.rest;

import io.amphora.notification.api.Message;
import java.time.Instant;

/** An own message in the bell. {@code page} is where it leads, below {@code /console/}. */
public record NoticeJson(long id, String occasion, String label, String subject, String text, boolean unread, String page, Instant at) {
    static NoticeJson of(Message m) {
        return new NoticeJson(m.id(), m.occasion(), m.label(), m.subject(), m.text(), m.unread(), m.link(), m.sentAt());
    }
}
