package io.amphora.platform.api;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Whiteboard service: does the jobs of one type. Called on a job thread; may take hours, so long as it reports progress.
 * After a crash the job is run again from its start: work in steps that can be repeated, and keep a
 * {@link JobContext#checkpoint} to go on from.
 */
@ConsumerType
public interface JobHandler {
    String type();

    /**
     * @return JSON to keep as the result, or null
     * @throws JobContext.Cancelled let it through
     * @throws Exception            ends the job as FAILED with this message
     */
    String run(JobContext job) throws Exception;
}
