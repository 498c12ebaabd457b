package io.amphora.document.api;

import java.time.Instant;

/**
 * A document that was printed or sent, as kept: the same bytes for ever, whatever becomes of order, template and bundle.
 *
 * @param number        unique: order number, kind, counter
 * @param orderVersion  the state of the order it shows
 * @param template      id of the template that made it
 * @param bundle        symbolic name of who brought the template
 * @param replaced      null; or which template should have made it and why it did not
 * @param sha256        of the bytes, 64 hexadecimal digits
 */
public record IssuedDocument(long id, DocumentKind kind, long orderId, String number, String language, long orderVersion, Instant issuedAt, String issuedBy, String template,
                             String bundle, String bundleVersion, String replaced, String sha256, int size) {
}
