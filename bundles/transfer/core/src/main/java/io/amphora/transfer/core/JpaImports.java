package io.amphora.transfer.core;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Page;
import io.amphora.common.PageRequest;
import io.amphora.common.Problem;
import io.amphora.common.Problems;
import io.amphora.platform.api.Jobs;
import io.amphora.platform.api.Outbox;
import io.amphora.platform.api.Settings;
import io.amphora.platform.api.Tx;
import io.amphora.transfer.api.FileFormat;
import io.amphora.transfer.api.Import;
import io.amphora.transfer.api.ImportField;
import io.amphora.transfer.api.ImportKind;
import io.amphora.transfer.api.ImportOptions;
import io.amphora.transfer.api.Imports;
import io.amphora.transfer.api.Preview;
import io.amphora.transfer.api.RejectedRow;
import io.amphora.transfer.core.csv.SourceFile;
import io.amphora.transfer.core.mapping.Analyser;
import io.amphora.transfer.core.mapping.Fields;
import io.amphora.transfer.core.run.Importers;
import io.amphora.transfer.core.store.ImportEntity;
import io.amphora.transfer.core.store.ImportFiles;
import io.amphora.transfer.core.store.Json;
import io.amphora.transfer.core.store.Reading;
import io.amphora.transfer.core.store.Rows;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Imports, kept in the database; the work is done by {@link ImportJob}. */
@Component(service = Imports.class)
public final class JpaImports implements Imports {
    private static final int FILE_NAME = 200;
    private static final Set<Import.State> IDLE = EnumSet.complementOf(EnumSet.of(Import.State.CHECKING, Import.State.RUNNING));
    private static final Set<Import.State> NOT_BEGUN = EnumSet.of(Import.State.READY, Import.State.CHECKED, Import.State.FAILED, Import.State.CANCELLED, Import.State.UNDONE);
    private static final Set<Import.State> BEGUN = EnumSet.of(Import.State.DONE, Import.State.FAILED, Import.State.CANCELLED);

    private final Tx tx;
    private final Outbox outbox;
    private final Jobs jobs;
    private final ImportFiles files;
    private final Standards standards;
    private final RowDesk rows;
    private final ImportView view;
    private final Analyser analyser = new Analyser();
    private final Clock clock = Clock.systemUTC();

    @Activate
    public JpaImports(@Reference(target = "(domain=transfer)") Tx tx, @Reference Outbox outbox, @Reference Jobs jobs, @Reference Settings settings, @Reference ImportFiles files,
                      @Reference Importers importers, @Reference Translations translations) {
        this.tx = tx;
        this.outbox = outbox;
        this.jobs = jobs;
        this.files = files;
        standards = new Standards(settings);
        view = new ImportView(jobs);
        rows = new RowDesk(files, importers, view, translations);
    }

    @Override
    public Import upload(Actor by, ImportKind kind, String fileName, InputStream body) {
        by.require(IMPORT);
        Problems problems = new Problems();
        String name = problems.text("fileName", fileName, FILE_NAME);
        problems.check(kind != null, "kind", "required", "must not be empty").throwIfAny();
        ImportFiles.Stored stored = files.keep(body);
        boolean kept = false;
        try {
            Analyser.Analysis found = analyser.look(files.find(stored.name()), kind, standards.options(), standards);
            Import made = tx.callWithRetry(em -> {
                ImportEntity entity = new ImportEntity(kind, name, stored.name(), stored.bytes(), reading(found), by.name(), clock.instant());
                em.persist(entity);
                em.flush();
                changed(by, entity);
                return view.of(entity);
            });
            kept = true;
            return made;
        } finally {
            if (!kept) {
                files.delete(stored.name());
            }
        }
    }

    private static Reading reading(Analyser.Analysis found) {
        return new Reading(found.format(), found.mapping(), found.options(), found.findings());
    }

    @Override
    public Import adjust(Actor by, long id, long version, ImportKind kind, FileFormat format, Map<String, String> mapping, ImportOptions options) {
        by.require(IMPORT);
        ImportEntity now = tx.call(em -> Entities.find(em, id));
        SourceFile file = files.find(now.storedAs());
        ImportKind wanted = kind == null ? now.kind() : kind;
        Reading before = now.reading();
        Problems problems = new Problems();
        FileFormat read = format == null ? before.format() : Adjustments.format(format, problems);
        ImportOptions chosen = options == null ? before.options() : Adjustments.options(options, problems);
        problems.throwIfAny();
        Preview preview = analyser.preview(file, read);
        List<String> header = preview.columns().stream().map(Preview.Column::name).toList();
        Map<String, String> columns = mapping != null ? Adjustments.mapping(wanted, mapping, header, problems)
                : wanted == now.kind() && header.containsAll(before.mapping().values()) ? before.mapping() : analyser.suggest(wanted, preview);
        problems.throwIfAny();
        Analyser.Analysis found = analyser.again(file, wanted, read, columns, chosen, before.findings(), format == null);
        return tx.call(em -> {
            ImportEntity entity = Entities.at(em, id, version);
            view.require(entity, NOT_BEGUN);
            notBegun(entity);
            entity.read(wanted, reading(found), clock.instant());
            Rows.forgetAll(em, id);
            if (mapping != null || options != null) {
                standards.remember(wanted, header, new Analyser.Remembered(columns, chosen));
            }
            return saved(by, em, entity);
        });
    }

    private static void notBegun(ImportEntity entity) {
        if (entity.doneLine() > 0) {
            throw new AmphoraException.Refused(Problem.of("", "transfer.begun", "a part is imported already: go on, or take it back first"));
        }
    }

    @Override
    public Import find(Actor by, long id) {
        by.require(IMPORT);
        return tx.call(em -> view.of(Entities.find(em, id)));
    }

    @Override
    public Page<Import> list(Actor by, PageRequest page) {
        by.require(IMPORT);
        return Page.of(tx.call(em -> Entities.page(em, page.afterNumber(), page.size() + 1).stream().map(view::of).toList()), page.size(), Import::id);
    }

    @Override
    public Preview preview(Actor by, long id) {
        by.require(IMPORT);
        ImportEntity entity = tx.call(em -> Entities.find(em, id));
        return analyser.preview(files.find(entity.storedAs()), entity.reading().format());
    }

    @Override
    public List<ImportField> fields(ImportKind kind) {
        return Fields.of(kind);
    }

    @Override
    public Import dryRun(Actor by, long id, long version) {
        by.require(IMPORT);
        return start(by, id, version, ImportJob.Step.CHECK, Import.State.CHECKING, NOT_BEGUN);
    }

    @Override
    public Import run(Actor by, long id, long version) {
        by.require(IMPORT);
        return start(by, id, version, ImportJob.Step.RUN, Import.State.RUNNING, NOT_BEGUN);
    }

    @Override
    public Import retry(Actor by, long id, long version) {
        by.require(IMPORT);
        return start(by, id, version, ImportJob.Step.RETRY, Import.State.RUNNING, EnumSet.of(Import.State.DONE));
    }

    @Override
    public Import undo(Actor by, long id, long version) {
        by.require(IMPORT);
        return start(by, id, version, ImportJob.Step.UNDO, Import.State.RUNNING, BEGUN);
    }

    private Import start(Actor by, long id, long version, ImportJob.Step step, Import.State state, Set<Import.State> from) {
        return tx.call(em -> {
            ImportEntity entity = Entities.at(em, id, version);
            view.require(entity, from);
            Permitted.check(by, entity.kind(), entity.reading().options().live(), step);
            if (step == ImportJob.Step.CHECK) {
                notBegun(entity);
            }
            if (step == ImportJob.Step.UNDO && entity.reading().options().live()) {
                throw new AmphoraException.Refused(Problem.of("", "transfer.live-undo", "live orders are not taken back with their file: cancel them, or drop them in the inbox"));
            }
            Entities.startable(entity, step);
            entity.state(state, clock.instant());
            entity.job(jobs.submit(by, ImportJob.TYPE, entity.fileName(), Json.write(new ImportJob.Params(id, step))));
            return saved(by, em, entity);
        });
    }

    @Override
    public Import cancel(Actor by, long id) {
        by.require(IMPORT);
        Import now = find(by, id);
        if (now.state().working() && now.jobId() != null) {
            jobs.cancel(Actor.system("transfer"), now.jobId());
        }
        return find(by, id);
    }

    @Override
    public Page<RejectedRow> rejected(Actor by, long id, String field, String code, PageRequest page) {
        by.require(IMPORT);
        return Page.of(tx.call(em -> rows.page(em, id, field, code, page)), page.size(), RejectedRow::row);
    }

    @Override
    public RejectedRow fix(Actor by, long id, long rowId, long version, List<String> cells) {
        by.require(IMPORT);
        return tx.call(em -> rows.fix(em, by, id, rowId, version, cells));
    }

    @Override
    public void writeRejected(Actor by, long id, Locale locale, OutputStream out) {
        by.require(IMPORT);
        rows.write(tx, id, locale, out);
    }

    @Override
    public void delete(Actor by, long id, long version) {
        by.require(IMPORT);
        String file = tx.call(em -> {
            ImportEntity entity = Entities.at(em, id, version);
            view.require(entity, IDLE);
            Rows.forgetAll(em, id);
            Made.forget(em, id);
            em.remove(entity);
            outbox.add(Changed.TOPIC, String.valueOf(id), Changed.deleted(by, entity.fileName()));
            return entity.storedAs();
        });
        files.delete(file);
    }

    private Import saved(Actor by, jakarta.persistence.EntityManager em, ImportEntity entity) {
        em.flush();
        changed(by, entity);
        return view.of(entity);
    }

    private void changed(Actor by, ImportEntity entity) {
        outbox.add(Changed.TOPIC, String.valueOf(entity.id()), Changed.to(by, entity));
    }
}
