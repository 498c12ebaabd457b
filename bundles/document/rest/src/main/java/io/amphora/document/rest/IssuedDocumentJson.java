package io.amphora.document.rest;

import io.amphora.document.api.IssuedDocument;
import java.time.Instant;

/** An issued document without its bytes. @param kind {@code order-confirmation}, {@code picking-list}, {@code delivery-note} */
public record IssuedDocumentJson(long id, String kind, long orderId, String number, String language, long orderVersion, Instant issuedAt, String issuedBy, String template, String bundle,
                                 String bundleVersion, String replaced, String sha256, int size) {
    static IssuedDocumentJson of(IssuedDocument d) {
        return new IssuedDocumentJson(d.id(), d.kind().id(), d.orderId(), d.number(), d.language(), d.orderVersion(), d.issuedAt(), d.issuedBy(), d.template(), d.bundle(), d.bundleVersion(),
                d.replaced(), d.sha256(), d.size());
    }
}
