package io.amphora.transfer.api;

import io.amphora.common.Problem;
import java.util.List;

/**
 * A row that was not imported, or whose order waits in the inbox, and why.
 *
 * @param row      line of the file where it begins
 * @param cells    as they stand now
 * @param line     the row as text
 * @param problems field is the {@link ImportField} it is about, or empty
 */
public record RejectedRow(long id, long row, State state, List<String> cells, String line, List<Problem> problems, long version) {
    /** Where it stands. */
    public enum State {
        /** Wrong; waits for somebody to mend it. */
        OPEN,
        /** Mended; waits for the next run. */
        FIXED,
        /** In after all. */
        IMPORTED,
        /** Left out on purpose: an earlier import brought it. */
        SKIPPED,
        /** Goes in, but its order waits in the inbox of incoming orders until somebody mends it; after a dry run: would wait. @since 1.3 */
        INBOX
    }

    public RejectedRow {
        cells = List.copyOf(cells);
        problems = List.copyOf(problems);
    }
}
