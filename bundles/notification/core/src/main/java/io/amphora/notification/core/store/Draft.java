package io.amphora.notification.core.store;

import io.amphora.notification.api.MessageState;
import io.amphora.notification.api.Recipient;
import java.time.Instant;

/**
 * A message that is written but not kept yet.
 *
 * @param dedup    what it is about, once: with recipient and transport unique
 * @param occasion id
 * @param state    QUEUED, WAITING or SUPPRESSED
 * @param dueAt    null if it is suppressed
 * @param why      it is suppressed, else null
 * @param paper    of what papers are to go with it, null for none
 * @param gather   whether it waits to go with others about the same
 */
public record Draft(String dedup, String occasion, String about, String label, String transport, Recipient to, String language, String subject, String text, String link,
                    MessageState state, Instant dueAt, String why, PaperOf paper, boolean gather) {
    /** @param thing a shipment or document of the order, or null */
    public record PaperOf(long orderId, Long thing) {
    }

    /** Without papers. */
    public Draft(String dedup, String occasion, String about, String label, String transport, Recipient to, String language, String subject, String text, String link, MessageState state,
                 Instant dueAt, String why) {
        this(dedup, occasion, about, label, transport, to, language, subject, text, link, state, dueAt, why, null, false);
    }

    public Draft with(PaperOf papers) {
        return new Draft(dedup, occasion, about, label, transport, to, language, subject, text, link, state, dueAt, why, papers, gather);
    }

    /** Waits for others until then. */
    public Draft gathered(Instant due) {
        return new Draft(dedup, occasion, about, label, transport, to, language, subject, text, link, MessageState.WAITING, due, why, paper, true);
    }

    /** What may exist only once. */
    public String once() {
        return dedup + "|" + to.kind() + "|" + to.id() + "|" + transport;
    }

    public Draft suppressed(String reason) {
        return new Draft(dedup, occasion, about, label, transport, to, language, subject, text, link, MessageState.SUPPRESSED, null, reason, paper, false);
    }
}
