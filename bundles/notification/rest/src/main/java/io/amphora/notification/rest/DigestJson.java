package io.amphora.notification.rest;

/** For how many minutes messages to people about the same are gathered into one; 0: each by itself. */
public record DigestJson(Integer minutes) {
}
