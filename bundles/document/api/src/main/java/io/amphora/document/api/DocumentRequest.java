package io.amphora.document.api;

import java.math.BigDecimal;
import java.util.List;

/**
 * Which document.
 *
 * @param shipmentId of a delivery note or an invoice: only what left with this shipment, as the order counts it; of a packing slip or parcel label: this shipment of fulfilment; null for all
 * @param language   {@code en}, {@code zh-CN}; null means the customer's, else the installation's; a picking list stays in the house and
 *                   is in the installation's
 * @param credit     of a credit note what it takes back, else null
 */
public record DocumentRequest(long orderId, DocumentKind kind, Long shipmentId, String language, Credit credit) {
    /** What is no credit note. */
    public DocumentRequest(long orderId, DocumentKind kind, Long shipmentId, String language) {
        this(orderId, kind, shipmentId, language, null);
    }

    /**
     * What a credit note takes back.
     *
     * @param invoiceId id of the issued invoice
     * @param parts     lines of it with quantities, each above zero and at most what is not credited yet
     * @param charges   the charges on it, too
     * @param reason    required, at most 1000 characters; the customer reads it
     * @param total     what all of it comes to, where that is not the sum of the parts: a fee that is kept, charges given back in part. The difference stands in a row of
     *                  its own, without tax; above zero, and all credits of an invoice together at most its total. Null: the sum of the parts
     */
    public record Credit(long invoiceId, List<Part> parts, boolean charges, String reason, BigDecimal total) {
        public Credit {
            parts = parts == null ? List.of() : List.copyOf(parts);
        }

        /** That comes to the sum of its parts. */
        public Credit(long invoiceId, List<Part> parts, boolean charges, String reason) {
            this(invoiceId, parts, charges, reason, null);
        }
    }

    /** @param lineId of the order */
    public record Part(long lineId, BigDecimal quantity) {
    }

    public static DocumentRequest of(long orderId, DocumentKind kind) {
        return new DocumentRequest(orderId, kind, null, null);
    }
}
