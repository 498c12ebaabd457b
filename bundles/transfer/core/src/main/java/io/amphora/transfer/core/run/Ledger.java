package io.amphora.transfer.core.run;

import java.util.function.Supplier;

/** Where a pass over the rows leaves its results: a dry run only the rejected rows, a run everything, one transaction per batch. */
public interface Ledger {
    /** Whether things are written. */
    boolean writing();

    /** Whether the rows are ones that were rejected before. */
    boolean again();

    /** What was counted so far. */
    Figures figures();

    /** Rows up to this line are done already. */
    long doneUpTo();

    /**
     * Does a batch and keeps its results with it, in one transaction when writing.
     *
     * @param upTo last line of the batch
     * @param work may run more than once
     * @return what the work returned
     * @throws RuntimeException what the work threw; nothing is kept then
     */
    Batch commit(long upTo, Supplier<Batch> work);

    /** Says how far it is. @throws RuntimeException if somebody cancelled it */
    void progress(long done, long total, long line);
}
