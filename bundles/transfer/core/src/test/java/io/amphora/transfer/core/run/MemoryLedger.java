package io.amphora.transfer.core.run;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Results in memory. Stops with an exception after so many batches, as a crash would. */
final class MemoryLedger implements Ledger {
    private final boolean writing;
    private final Figures figures = new Figures();
    final List<Reject> rejects = new ArrayList<>();
    long doneUpTo;
    int crashAfter = Integer.MAX_VALUE;
    long progress;

    MemoryLedger(boolean writing) {
        this.writing = writing;
    }

    @Override
    public boolean writing() {
        return writing;
    }

    @Override
    public boolean again() {
        return false;
    }

    @Override
    public Figures figures() {
        return figures;
    }

    @Override
    public long doneUpTo() {
        return writing ? doneUpTo : 0;
    }

    @Override
    public Batch commit(long upTo, Supplier<Batch> work) {
        if (crashAfter-- <= 0) {
            throw new IllegalStateException("crash");
        }
        Batch batch = work.get();
        figures.add(batch.figures());
        rejects.addAll(batch.rejects());
        doneUpTo = Math.max(doneUpTo, upTo);
        return batch;
    }

    @Override
    public void progress(long done, long total, long line) {
        progress = done * 100 / total;
    }
}
