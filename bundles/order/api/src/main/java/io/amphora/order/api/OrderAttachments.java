package io.amphora.order.api;

import io.amphora.common.Actor;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Files at orders, kept in the database. Looking needs {@code order.read}, adding and deleting {@code order.attach}. Publishes {@code order.attached},
 * {@code order.detached}. Not to be called in a transaction: bytes come and go piece by piece, each in one of its own, so that a slow client holds no
 * connection. Thread-safe.
 */
@ProviderType
public interface OrderAttachments {
    String ATTACH = "order.attach";

    /** Oldest first. */
    List<Attachment> list(Actor by, long orderId);

    /**
     * Keeps a file; it is seen when all of it is there. The caller closes the stream.
     *
     * @param fileName a path before it is cut off; its ending must be one of {@link #endings} and fit what is in the file
     * @throws io.amphora.common.AmphoraException.Invalid if it is empty, too large or of a kind that is not taken; nothing is kept then
     */
    Attachment add(Actor by, long orderId, String fileName, InputStream content);

    /** @throws io.amphora.common.AmphoraException.NotFound if there is none */
    Attachment find(Actor by, long orderId, long id);

    /** Writes the bytes; the caller closes the stream. */
    void read(Actor by, long orderId, long id, OutputStream to);

    /** Gone for good; the timeline keeps that it was there. */
    void delete(Actor by, long orderId, long id);

    /** The most bytes a file may have, as the installation has set it. */
    long maxBytes();

    /** Of files that are taken, lower case, without the dot. */
    Set<String> endings();
}
