package io.amphora.transfer.api;

/**
 * Something a column can mean.
 *
 * @param name     {@code orderNumber}; {@code transfer.field.<name>} is the message key of its title
 * @param required whether rows without it are rejected
 */
public record ImportField(String name, Type type, boolean required) {
    /** What its values are. */
    public enum Type {
        TEXT, NUMBER, DATE, FLAG
    }
}
