package io.amphora.notification.api;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Whiteboard service: gives the papers that belong to a message to a customer. Asked before the message is sent, on worker threads, several at a time, outside any
 * transaction; it has a minute. While nobody gives papers messages go without. What it throws counts as a failure: the message waits and is tried again.
 *
 * @since 1.6
 */
@ConsumerType
public interface MessagePaper {
    /** @return empty if none belongs to it (any more) */
    List<Paper> papers(PaperRequest request);
}
