package io.amphora.transfer.core;

import io.amphora.platform.api.JobContext;
import io.amphora.platform.api.Tx;
import io.amphora.transfer.api.Imports;
import io.amphora.transfer.api.RejectedRow;
import io.amphora.transfer.core.run.Batch;
import io.amphora.transfer.core.run.Figures;
import io.amphora.transfer.core.run.Ledger;
import io.amphora.transfer.core.run.Reject;
import io.amphora.transfer.core.store.Json;
import io.amphora.transfer.core.store.RowEntity;
import io.amphora.transfer.core.store.Rows;
import jakarta.persistence.EntityManager;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Keeps the results of a pass in the database. In a run, rows written, figures, rejected rows and the line reached are one transaction per batch: after
 * a crash the run goes on behind the last one.
 */
final class JobLedger implements Ledger {
    /** What a pass is for. */
    enum Mode {
        CHECK, RUN, RETRY
    }

    private final Tx tx;
    private final JobContext job;
    private final long importId;
    private final Mode mode;
    private final Set<Long> keptLines;
    private Figures figures;
    private long doneUpTo;

    /**
     * @param figures   of what was done before
     * @param doneUpTo  line that is done already
     * @param keptLines lines of the rows that are kept already
     */
    JobLedger(Tx tx, JobContext job, long importId, Mode mode, Figures figures, long doneUpTo, List<Long> keptLines) {
        this.tx = tx;
        this.job = job;
        this.importId = importId;
        this.mode = mode;
        this.figures = figures;
        this.doneUpTo = doneUpTo;
        this.keptLines = new HashSet<>(keptLines);
    }

    @Override
    public boolean writing() {
        return mode != Mode.CHECK;
    }

    @Override
    public boolean again() {
        return mode == Mode.RETRY;
    }

    @Override
    public Figures figures() {
        return figures;
    }

    @Override
    public long doneUpTo() {
        return mode == Mode.RUN ? doneUpTo : 0;
    }

    @Override
    public Batch commit(long upTo, Supplier<Batch> work) {
        record Done(Batch batch, Figures figures) {
        }
        long reached = Math.max(doneUpTo, upTo);
        Done done = tx.callWithRetry(em -> {
            Batch batch = work.get();
            Figures next = figures.copy();
            next.add(batch.figures());
            keep(em, batch, next);
            Made.keep(em, importId, batch.made());
            if (writing()) {
                em.createQuery("update ImportEntity i set i.figures = :figures, i.doneLine = :line where i.id = :id").setParameter("figures", Json.write(next))
                        .setParameter("line", reached).setParameter("id", importId).executeUpdate();
            }
            return new Done(batch, next);
        });
        figures = done.figures();
        doneUpTo = reached;
        done.batch().rejects().forEach(r -> keptLines.add(r.row().line()));
        return done.batch();
    }

    private void keep(EntityManager em, Batch batch, Figures next) {
        Set<Long> lines = new HashSet<>();
        batch.accepted().stream().filter(keptLines::contains).forEach(lines::add);
        batch.rejects().stream().map(r -> r.row().line()).filter(keptLines::contains).forEach(lines::add);
        Map<Long, RowEntity> known = lines.isEmpty() ? Map.of() : Rows.of(em, importId, lines);
        for (Long line : batch.accepted()) {
            RowEntity row = known.get(line);
            if (row != null) {
                row.stands(writing() ? RejectedRow.State.IMPORTED : RejectedRow.State.FIXED, List.of());
                mended(next);
            }
        }
        batch.rejects().forEach(r -> keep(em, r, known.get(r.row().line()), next));
    }

    private void mended(Figures next) {
        if (again()) {
            next.mended(1);
        }
    }

    private void keep(EntityManager em, Reject reject, RowEntity known, Figures next) {
        if (known != null) {
            known.stands(reject.state(), reject.problems());
            if (reject.state() != RejectedRow.State.INBOX) {
                mended(next);
            }
        } else if (next.kept() < Imports.KEPT) {
            RowEntity row = new RowEntity(importId, reject.row().line(), reject.row().cells());
            row.stands(reject.state(), reject.problems());
            em.persist(row);
            next.kept(1);
        }
    }

    @Override
    public void progress(long done, long total, long line) {
        job.progress(done, total, line == 0 ? "" : "line " + line);
    }
}
