package io.amphora.fulfilment.api;

import java.time.Instant;
import java.time.LocalDate;

/**
 * An order of which something waits to be picked and is on no list.
 *
 * @param promised what is promised of it now, null if nothing is
 * @param priority as in its terms of delivery
 * @param lines    that wait to be picked
 * @param held     whether a hold stands against it
 */
public record PickCandidate(long orderId, String orderNumber, String customerName, String channel, Instant placedAt, LocalDate promised, int priority, Long locationId, int lines, boolean held) {
}
