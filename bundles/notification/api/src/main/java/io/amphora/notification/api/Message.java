package io.amphora.notification.api;

import java.time.Instant;
import java.util.List;

/**
 * A message, sent or not.
 *
 * @param occasion  id of the {@link Occasion}, or {@code test}
 * @param about     id of the order, or the SKU
 * @param label     number of the order, or the SKU
 * @param tries     how often it was tried
 * @param dueAt     when it is tried next; null if it is not
 * @param lastError why it was not sent, or null
 * @param papers    names of what went with it when it was sent last
 * @param link      page of the console it leads to, below {@code /console/}, or null
 */
public record Message(long id, String occasion, String about, String label, String transport, Recipient to, String language, String subject, String text,
                      MessageState state, int tries, Instant dueAt, String lastError, String link, boolean unread, Instant createdAt, Instant sentAt, long version,
                      List<String> papers) {
    public Message {
        papers = List.copyOf(papers);
    }

    /** Without papers. */
    public Message(long id, String occasion, String about, String label, String transport, Recipient to, String language, String subject, String text, MessageState state, int tries,
                   Instant dueAt, String lastError, String link, boolean unread, Instant createdAt, Instant sentAt, long version) {
        this(id, occasion, about, label, transport, to, language, subject, text, state, tries, dueAt, lastError, link, unread, createdAt, sentAt, version, List.of());
    }
}
