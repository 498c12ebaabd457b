package io.amphora.fulfilment.api;

import java.time.Instant;

/**
 * A link that works.
 *
 * @param path where it leads on this server, such as {@code /track/9f…}
 */
public record TrackingLink(long orderId, String path, Instant createdAt, String createdBy) {
}
