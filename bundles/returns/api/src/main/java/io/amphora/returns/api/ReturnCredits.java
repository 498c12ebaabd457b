package io.amphora.returns.api;

import io.amphora.common.Actor;
import io.amphora.common.Money;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Credit notes of what was invoiced and came back: of each invoice that has lines of the return one, with their quantities, that comes to what the customer does not owe
 * any more for them. Needs {@code returns.read} and {@code order.read}, issuing {@code document.invoice} besides. Not to be called in a transaction. Thread-safe.
 *
 * @since 1.1
 */
@ProviderType
public interface ReturnCredits {
    /**
     * @param invoiceId     id of the document
     * @param amount        what the credit note comes to, or came to
     * @param documentId    of the credit note; null while it is not issued
     */
    record Note(long invoiceId, String invoiceNumber, Money amount, Long documentId, String documentNumber) {
        public boolean isIssued() {
            return documentId != null;
        }
    }

    /** Of a return that is settled; empty if nothing of it is invoiced, or what is invoiced was taken back otherwise, or there are no documents in this installation. */
    List<Note> notes(Actor by, long returnId);

    /**
     * Issues those that are not. Each is issued once, whoever asks and however often, also after a crash.
     *
     * @return as {@link #notes}
     * @throws io.amphora.common.AmphoraException.Refused if there is nothing to be issued
     */
    List<Note> issue(Actor by, long returnId);
}
