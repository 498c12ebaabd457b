package io.amphora.notification.api;

/**
 * The text of messages about one occasion, for one audience in one language.
 *
 * @param language {@code en} or {@code zh}
 * @param subject  one line with placeholders: <code>Order {{order.number}}</code>
 * @param body     plain text with placeholders; an empty line begins a paragraph
 * @param changed  whether it differs from what comes with the product
 * @param version  0 while it is as it came
 * @param attach   whether the paper that belongs to the occasion goes with it; false where none does
 */
public record Template(Occasion occasion, Audience audience, String language, String subject, String body, boolean changed, long version, boolean attach) {
    /** With the paper, where one belongs to it. */
    public Template(Occasion occasion, Audience audience, String language, String subject, String body, boolean changed, long version) {
        this(occasion, audience, language, subject, body, changed, version, carries(occasion, audience));
    }

    /** Whether papers may go with such messages at all. @since 1.6 */
    public static boolean carries(Occasion occasion, Audience audience) {
        return audience == Audience.CUSTOMER && occasion.hasPaper();
    }
}
