package io.amphora.platform.api;

import io.amphora.common.Actor;
import org.osgi.annotation.versioning.ProviderType;

/** A running job, as its handler sees it. For the job's thread only, except {@link #cancelled}. */
@ProviderType
public interface JobContext {
    long id();

    /** On whose behalf. */
    Actor actor();

    String params();

    /** What {@link #checkpoint(String)} kept before a crash, or null. */
    String checkpoint();

    /** Keeps how far it got; call in the same transaction as the work it stands for. */
    void checkpoint(String state);

    /**
     * Says how far it is; cheap, written to the database a few times a second at most.
     *
     * @param total 0 while unknown
     * @throws Cancelled if somebody cancelled the job
     */
    void progress(long done, long total, String message);

    boolean cancelled();

    /** Thrown by {@link #progress} when the job was cancelled. */
    final class Cancelled extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Cancelled() {
            super("cancelled", null, false, false);
        }
    }
}
