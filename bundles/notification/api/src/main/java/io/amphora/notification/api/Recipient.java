package io.amphora.notification.api;

/**
 * Whom a message is for.
 *
 * @param id      sign-in name of a person, id of a customer or of a webhook
 * @param name    what people read
 * @param address e-mail address of people and customers, URL of a webhook; null if there is none
 */
public record Recipient(Kind kind, String id, String name, String address) {
    /** Who that is. */
    public enum Kind {
        PERSON, CUSTOMER, WEBHOOK
    }
}
