package io.amphora.notification.api;

/** For whom a text is written. */
public enum Audience {
    STAFF, CUSTOMER
}
