package io.amphora.transfer.api;

import io.amphora.common.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A file on its way in, as it stands.
 *
 * @param mapping  field name to column name: see {@link ImportField} and {@link Preview.Column}
 * @param findings what was guessed and may be wrong, and what stands in the way of a run; see {@link #blocked}
 * @param check    outcome of the last dry run with these settings, null before
 * @param result   what was written so far, null before
 * @param jobId    the job that works on it or last did, null before
 * @param progress of that job
 */
public record Import(long id, ImportKind kind, String fileName, long bytes, State state, FileFormat format, Map<String, String> mapping, ImportOptions options,
                     List<Finding> findings, Outcome check, Outcome result, Long jobId, Progress progress, String createdBy, Instant createdAt, Instant changedAt, long version) {
    /** Where an import stands. */
    public enum State {
        /** Looked at; waits for a dry run. */
        READY, CHECKING, CHECKED, RUNNING, DONE, FAILED, CANCELLED, UNDONE;

        public boolean working() {
            return this == CHECKING || this == RUNNING;
        }
    }

    public Import {
        mapping = Map.copyOf(mapping);
        findings = List.copyOf(findings);
    }

    /** @param blocking whether nothing can be imported until it is settled */
    public record Finding(Problem problem, boolean blocking) {
    }

    /** @param total 0 while unknown; @param message the last word of the job, may be null */
    public record Progress(long done, long total, String message) {
        public static final Progress NONE = new Progress(0, 0, null);

        /** 0 to 1. */
        public double part() {
            return total <= 0 ? 0 : Math.min(1, (double) done / total);
        }
    }

    public boolean blocked() {
        return findings.stream().anyMatch(Finding::blocking);
    }
}
