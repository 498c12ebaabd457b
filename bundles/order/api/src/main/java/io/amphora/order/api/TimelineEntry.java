package io.amphora.order.api;

import java.time.Instant;

/**
 * One entry of an order's history.
 *
 * @param what   {@code placed}, {@code approved}, {@code comment}, {@code changed} …; message key {@code order.timeline.<what>}
 * @param field  what changed: {@code status}, {@code location}, {@code lines}; null for a remark
 * @param before old value, may be null
 * @param after  new value, may be null
 * @param note   reason or remark, may be null
 */
public record TimelineEntry(long id, long orderId, Instant at, String who, String what, String field, String before, String after, String note) {
}
