package io.amphora.notification.api;

/** Where a message stands. */
public enum MessageState {
    /** To be sent as soon as possible, or tried again. */
    QUEUED,
    /** For the end of somebody's quiet hours. */
    WAITING,
    SENT,
    /** Given up; can be sent again by hand. */
    FAILED,
    /** Went with others about the same in one message. @since 1.6 */
    GATHERED,
    /** Not to be sent; its error says why. */
    SUPPRESSED
}
