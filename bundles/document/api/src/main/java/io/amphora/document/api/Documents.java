package io.amphora.document.api;

import io.amphora.common.Actor;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Documents of orders. Looking needs {@code order.read}, issuing {@link DocumentKind#permission} besides. Publishes {@code document.issued}, by order. Not to be
 * called in a transaction: making a page takes its time. Thread-safe.
 */
@ProviderType
public interface Documents {
    String READ = "order.read";

    /** The kinds that this order has something to say for now. */
    Set<DocumentKind> possible(Actor by, long orderId);

    /**
     * Makes a document without keeping it.
     *
     * @throws io.amphora.common.AmphoraException.Refused if no line of the order belongs on it
     */
    Pdf preview(Actor by, DocumentRequest request);

    /**
     * Makes a document, gives it a number and keeps it. An invoice is of all that has left the house and was not invoiced before, and of the charges with the first
     * one; both it and a credit note are numbered by year, without gaps.
     *
     * @param onceKey whoever asks again with the same key gets the document of the first time; null: each call makes another one
     * @throws io.amphora.common.AmphoraException.Refused as {@link #preview}
     * @throws io.amphora.common.AmphoraException.Invalid if the key came before for another order or kind, or is longer than 200 characters
     */
    IssuedDocument issue(Actor by, DocumentRequest request, String onceKey);

    /** Those issued for an order, newest first; at most the newest 200. */
    List<IssuedDocument> list(Actor by, long orderId);

    /** An issued document, byte for byte. @throws io.amphora.common.AmphoraException.Refused if what is stored is not what was issued */
    Pdf open(Actor by, long orderId, long documentId);

    /** The invoices of an order, newest first. Needs {@code order.read}. */
    List<Invoice> invoices(Actor by, long orderId);

    /** All templates that are there, by kind, the first asked first. */
    List<TemplateInfo> templates(Actor by, Locale language);
}
