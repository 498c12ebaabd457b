package io.amphora.platform.api;

import io.amphora.common.Actor;
import io.amphora.common.Page;
import io.amphora.common.PageRequest;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Durable background work: imports, bulk actions, reports. A job is a row; it survives a restart (a running one is begun again,
 * see {@link JobHandler}), shows its progress and can be cancelled. Thread-safe.
 */
@ProviderType
public interface Jobs {
    /**
     * Queues work in the running transaction (or one of its own).
     *
     * @param by     on whose behalf; the handler gets an actor of the same name and permissions
     * @param type   {@link JobHandler#type()} of who does it; may be absent now, the job then waits
     * @param title  what people see, in the language of who asked
     * @param params JSON for the handler
     * @return id of the job
     */
    long submit(Actor by, String type, String title, String params);

    Optional<Job> find(Actor by, long id);

    /** Newest first; own jobs only, unless the actor may {@code platform.operate}. */
    Page<Job> list(Actor by, PageRequest page);

    /** Asks it to stop; takes effect at the handler's next {@link JobContext#progress}. No effect on an ended job. */
    void cancel(Actor by, long id);
}
