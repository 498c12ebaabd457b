package io.amphora.web.api;

import io.amphora.common.Actor;
import java.util.function.Supplier;
import javax.ws.rs.core.Response;
import org.osgi.annotation.versioning.ProviderType;

/** Makes a POST that creates something safe to repeat: {@code @HeaderParam("Idempotency-Key") String key}. Thread-safe. */
@ProviderType
public interface Idempotency {
    /** The header's name. */
    String HEADER = "Idempotency-Key";

    /**
     * Does the work once per actor and key. The first successful answer is kept for seven days in the same transaction as the work;
     * whoever asks again with the same key gets it again, also while the first is still at it (the second then waits). A refused or
     * failed request leaves nothing, and may be repeated.
     *
     * @param key         null or empty: does the work, nothing else
     * @param fingerprint what was asked for, as text: method, path and the request record ({@code "POST orders " + in}). Only its hash is kept
     * @param work        the use case and its answer; all it does must be in one transaction; may be run again after a lost race
     * @throws io.amphora.common.AmphoraException.Invalid if the same key came before with something else, or is longer than 200 characters
     */
    Response run(Actor by, String key, String fingerprint, Supplier<Response> work);
}
