package io.amphora.returns.api;

import io.amphora.common.Actor;
import io.amphora.order.api.Attachment;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Photos and papers of a return: what arrived broken, in which parcel. They are files of its order, with its limits of size; deleted there, they are gone here. Looking needs
 * {@code returns.read} and {@code order.read}, adding what asking for, deciding on or receiving a return needs. Not to be called in a transaction. Thread-safe.
 *
 * @since 1.3
 */
@ProviderType
public interface ReturnPhotos {
    /** The most of one return. */
    int MOST = 30;
    /** Endings of what is taken. */
    Set<String> ENDINGS = Set.of("jpg", "jpeg", "png", "webp", "gif", "pdf");

    /** Oldest first. */
    List<Attachment> list(Actor by, long returnId);

    /**
     * Adds one; the caller closes the stream.
     *
     * @throws io.amphora.common.AmphoraException.Invalid if it is of another kind, empty or too large, or is not what its name says
     * @throws io.amphora.common.AmphoraException.Refused if there are {@link #MOST} already
     */
    Attachment add(Actor by, long returnId, String fileName, InputStream content);
}
