package io.amphora.order.api;

import java.time.Instant;

/**
 * A file at an order.
 *
 * @param fileName  as people see it, without a path
 * @param mediaType found from what is in it, never what the sender claims
 * @param size      bytes
 * @param sha256    of the bytes, 64 hexadecimal digits
 */
public record Attachment(long id, long orderId, String fileName, String mediaType, long size, String sha256, String uploadedBy, Instant uploadedAt) {
}
