package io.amphora.transfer.core;

import io.amphora.common.Problem;
import io.amphora.platform.api.JobContext;
import io.amphora.platform.api.JobHandler;
import io.amphora.platform.api.Outbox;
import io.amphora.platform.api.Tx;
import io.amphora.transfer.api.Imports;
import io.amphora.transfer.api.Outcome;
import io.amphora.transfer.core.csv.CsvRows;
import io.amphora.transfer.core.csv.Row;
import io.amphora.transfer.core.csv.SourceFile;
import io.amphora.transfer.core.run.Figures;
import io.amphora.transfer.core.run.Importers;
import io.amphora.transfer.core.run.Plan;
import io.amphora.transfer.core.run.Sheet;
import io.amphora.transfer.core.store.ImportEntity;
import io.amphora.transfer.core.store.ImportFiles;
import io.amphora.transfer.core.store.Json;
import io.amphora.transfer.core.store.Reading;
import io.amphora.transfer.core.store.Rows;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Does what an import asks for, in the background. */
@Component(service = JobHandler.class)
public final class ImportJob implements JobHandler {
    static final String TYPE = "transfer.import";

    /** What is to be done. */
    enum Step {
        CHECK, RUN, RETRY, UNDO
    }

    /** For the job. */
    record Params(long id, Step step) {
    }

    private final Tx tx;
    private final Outbox outbox;
    private final ImportFiles files;
    private final Importers importers;
    private final TakeBack takeBack;
    private final Clock clock;

    @Activate
    public ImportJob(@Reference(target = "(domain=transfer)") Tx tx, @Reference Outbox outbox, @Reference ImportFiles files, @Reference Importers importers,
                     @Reference TakeBack takeBack) {
        this(tx, outbox, files, importers, takeBack, Clock.systemUTC());
    }

    ImportJob(Tx tx, Outbox outbox, ImportFiles files, Importers importers, TakeBack takeBack, Clock clock) {
        this.tx = tx;
        this.outbox = outbox;
        this.files = files;
        this.importers = importers;
        this.takeBack = takeBack;
        this.clock = clock;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String run(JobContext job) {
        Params params = Json.read(job.params(), Params.class);
        return switch (params.step()) {
            case CHECK -> check(job, params.id());
            case RUN -> run(job, params.id());
            case RETRY -> retry(job, params.id());
            case UNDO -> undo(job, params.id());
        };
    }

    /** What a step needs to know, read at once. */
    private record Begin(Plan plan, SourceFile file, Map<Long, List<String>> mended, List<Long> keptLines, Figures figures, long doneLine) {
        private Supplier<Sheet> sheet() {
            return () -> Sheets.file(file, plan.format(), mended);
        }
    }

    private Begin begin(JobContext job, long id, boolean afresh) {
        return tx.call(em -> {
            ImportEntity entity = em.find(ImportEntity.class, id);
            Reading reading = entity.reading();
            if (afresh && entity.doneLine() == 0) {
                Rows.forgetFound(em, id);
            }
            Figures before = afresh && entity.doneLine() == 0 || entity.figures() == null ? new Figures() : Json.read(entity.figures(), Figures.class);
            List<Long> lines = Rows.lines(em, id);
            if (before.lines() == 0 && before.kept() == 0) {
                before.kept(lines.size());
            }
            Plan plan = new Plan(job.actor(), id, entity.kind(), reading.format(), reading.mapping(), reading.options());
            return new Begin(plan, files.find(entity.storedAs()), Rows.mended(em, id), lines, before, entity.doneLine());
        });
    }

    private String check(JobContext job, long id) {
        Instant started = clock.instant();
        Begin begin = begin(job, id, true);
        Figures figures = new Figures();
        figures.kept(begin.keptLines().size());
        JobLedger ledger = new JobLedger(tx, job, id, JobLedger.Mode.CHECK, figures, 0, begin.keptLines());
        importers.of(begin.plan()).run(begin.sheet(), ledger);
        return end(job, id, ledger, started, ImportEntity::checked);
    }

    private String run(JobContext job, long id) {
        Instant started = clock.instant();
        Begin begin = begin(job, id, true);
        JobLedger ledger = new JobLedger(tx, job, id, JobLedger.Mode.RUN, begin.figures(), begin.doneLine(), begin.keptLines());
        importers.of(begin.plan()).run(begin.sheet(), ledger);
        return end(job, id, ledger, started, ImportEntity::done);
    }

    private String retry(JobContext job, long id) {
        Instant started = clock.instant();
        Begin begin = begin(job, id, false);
        List<Row> rows = tx.call(em -> Rows.waiting(em, id).stream().map(r -> new Row(r.line(), r.cells())).toList());
        List<String> header = header(begin);
        JobLedger ledger = new JobLedger(tx, job, id, JobLedger.Mode.RETRY, begin.figures(), begin.doneLine(), begin.keptLines());
        importers.of(begin.plan()).run(() -> Sheets.rows(header, rows), ledger);
        return end(job, id, ledger, started, ImportEntity::done);
    }

    private static List<String> header(Begin begin) {
        try (CsvRows csv = CsvRows.of(begin.file(), begin.plan().format())) {
            return csv.header();
        }
    }

    private String undo(JobContext job, long id) {
        List<Problem> stays = takeBack.run(job, id);
        return tx.callWithRetry(em -> {
            Rows.forgetFound(em, id);
            Made.forget(em, id);
            ImportEntity entity = em.find(ImportEntity.class, id);
            entity.undone(stays, clock.instant());
            changed(job, entity);
            return null;
        });
    }

    /** How an outcome is kept. */
    @FunctionalInterface
    private interface Ending {
        void keep(ImportEntity entity, Outcome outcome, Instant now);
    }

    private String end(JobContext job, long id, JobLedger ledger, Instant started, Ending ending) {
        Instant now = clock.instant();
        Outcome outcome = ledger.figures().outcome(now, now.toEpochMilli() - started.toEpochMilli());
        return tx.callWithRetry(em -> {
            ImportEntity entity = em.find(ImportEntity.class, id);
            ending.keep(entity, outcome.kept() >= Imports.KEPT ? outcome : outcome.because(Rows.reasons(em, id)), now);
            changed(job, entity);
            return "{\"import\":" + id + ",\"accepted\":" + outcome.accepted() + ",\"rejected\":" + outcome.rejected() + ",\"skipped\":" + outcome.skipped() + "}";
        });
    }

    private void changed(JobContext job, ImportEntity entity) {
        outbox.add(Changed.TOPIC, String.valueOf(entity.id()), Changed.to(job.actor(), entity));
    }
}
