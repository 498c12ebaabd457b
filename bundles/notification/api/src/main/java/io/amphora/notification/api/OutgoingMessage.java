package io.amphora.notification.api;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * A message ready to be sent.
 *
 * @param id       of the message: the same when it is tried again, so that a receiver can tell
 * @param occasion id of what it is about: {@link Occasion#id()}, or {@code test}
 * @param subject  one line
 * @param text     plain text; JSON for a webhook
 * @param html     the same as a document, everything in it escaped; null for a webhook
 * @param link     where it leads, an absolute URL or null
 * @param papers   what goes with it; a transport that cannot take it leaves it
 */
public record OutgoingMessage(long id, String occasion, Recipient to, Locale language, String subject, String text, String html, String link, Instant createdAt,
                              List<Paper> papers) {
    public OutgoingMessage {
        papers = List.copyOf(papers);
    }

    /** Without papers. */
    public OutgoingMessage(long id, String occasion, Recipient to, Locale language, String subject, String text, String html, String link, Instant createdAt) {
        this(id, occasion, to, language, subject, text, html, link, createdAt, List.of());
    }
}
