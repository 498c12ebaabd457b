package io.amphora.notification.api;

/**
 * The text of messages about one occasion, for one audience in one language.
 *
 * @param language {@code en} or {@code zh}
 * @param subject  one line with placeholders: <code>Order {{order.number}}</code>
 * @param body     plain text with placeholders; an empty line begins a paragraph
 * @param changed  whether it differs from what comes with the product
 * @param version  0 while it is as it came
 */
public record Template(Occasion occasion, Audience audience, String language, String subject, String body, boolean changed, long version) {
}
