package io.amphora.notification.api;

/**
 * What goes with a message.
 *
 * @param name      of the file, with its ending
 * @param mediaType {@code application/pdf}
 * @since 1.6
 */
public record Paper(String name, String mediaType, byte[] content) {
    public Paper {
        if (name == null || name.isBlank() || name.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a paper needs a name in one line");
        }
        if (mediaType == null || !mediaType.matches("[\\w.+-]+/[\\w.+-]+")) {
            throw new IllegalArgumentException("no media type: " + mediaType);
        }
        content = content.clone();
    }
}
