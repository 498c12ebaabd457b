package io.amphora.notification.api;

import java.util.Locale;

/**
 * For which message papers are wanted.
 *
 * @param messageId of the message: asked again for the same one, the papers must be the same
 * @param thing     id of the shipment, as the order counts it, of {@link Occasion#ORDER_SHIPPED}; of the document of {@link Occasion#INVOICE_ISSUED} and
 *                  {@link Occasion#CREDIT_NOTE_ISSUED}; else null
 * @param language  of the message
 * @since 1.6
 */
public record PaperRequest(long messageId, Occasion occasion, long orderId, Long thing, Locale language) {
}
