package io.amphora.notification.api;

/**
 * Which messages; every part may be null (any).
 *
 * @param label number of an order, or SKU, exactly
 */
public record MessageFilter(MessageState state, String label) {
    public static final MessageFilter ALL = new MessageFilter(null, null);
}
