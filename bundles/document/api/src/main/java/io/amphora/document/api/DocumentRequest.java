package io.amphora.document.api;

/**
 * Which document.
 *
 * @param shipmentId of a delivery note: only what left with this shipment, as the order counts it; of a packing slip or parcel label: this shipment of fulfilment; null for all
 * @param language   {@code en}, {@code zh-CN}; null means the customer's, else the installation's; a picking list stays in the house and
 *                   is in the installation's
 */
public record DocumentRequest(long orderId, DocumentKind kind, Long shipmentId, String language) {
    public static DocumentRequest of(long orderId, DocumentKind kind) {
        return new DocumentRequest(orderId, kind, null, null);
    }
}
