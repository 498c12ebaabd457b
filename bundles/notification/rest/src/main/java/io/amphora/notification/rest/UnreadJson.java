package io.amphora.notification.rest;

/** How many are unread, counting up to 1,000. */
public record UnreadJson(int unread) {
}
