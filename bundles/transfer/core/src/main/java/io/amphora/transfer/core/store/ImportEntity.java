package io.amphora.transfer.core.store;

import io.amphora.common.Problem;
import io.amphora.transfer.api.Import;
import io.amphora.transfer.api.ImportKind;
import io.amphora.transfer.api.Outcome;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** An import as a row. Figures and the line reached change with every batch, past the version. */
@Entity
@Table(name = "transfer_import")
public class ImportEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "s_transfer_import")
    @SequenceGenerator(name = "s_transfer_import", sequenceName = "s_transfer_import", allocationSize = 500)
    private Long id;
    @Enumerated(EnumType.STRING)
    @Column(name = "import_kind")
    private ImportKind kind;
    @Column(name = "file_name")
    private String fileName;
    @Column(name = "stored_as")
    private String storedAs;
    private long bytes;
    @Enumerated(EnumType.STRING)
    @Column(name = "import_state")
    private Import.State state;
    private String settings;
    @Column(name = "check_result")
    private String checkResult;
    @Column(name = "run_result")
    private String runResult;
    private String figures;
    @Column(name = "done_line")
    private long doneLine;
    @Column(name = "job_id")
    private Long jobId;
    @Column(name = "created_by")
    private String createdBy;
    @Column(name = "created_at")
    private Instant createdAt;
    @Column(name = "changed_at")
    private Instant changedAt;
    @Version
    private long version;

    protected ImportEntity() {
    }

    public ImportEntity(ImportKind kind, String fileName, String storedAs, long bytes, Reading reading, String by, Instant now) {
        this.kind = kind;
        this.fileName = fileName;
        this.storedAs = storedAs;
        this.bytes = bytes;
        this.state = Import.State.READY;
        this.settings = Json.write(reading);
        this.createdBy = by;
        this.createdAt = now;
        this.changedAt = now;
    }

    public Long id() {
        return id;
    }

    public ImportKind kind() {
        return kind;
    }

    public String fileName() {
        return fileName;
    }

    public String storedAs() {
        return storedAs;
    }

    public long bytes() {
        return bytes;
    }

    public Import.State state() {
        return state;
    }

    public Reading reading() {
        return Json.read(settings, Reading.class);
    }

    public Outcome check() {
        return Json.read(checkResult, Outcome.class);
    }

    public Outcome result() {
        return Json.read(runResult, Outcome.class);
    }

    public String figures() {
        return figures;
    }

    public long doneLine() {
        return doneLine;
    }

    public Long jobId() {
        return jobId;
    }

    public String createdBy() {
        return createdBy;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant changedAt() {
        return changedAt;
    }

    public long version() {
        return version;
    }

    /** Other settings: a dry run before does not count any more. */
    public void read(ImportKind otherKind, Reading reading, Instant now) {
        kind = otherKind;
        settings = Json.write(reading);
        checkResult = null;
        state(Import.State.READY, now);
    }

    public void state(Import.State next, Instant now) {
        state = next;
        changedAt = now;
    }

    public void job(Long job) {
        jobId = job;
    }

    public void checked(Outcome outcome, Instant now) {
        checkResult = Json.write(outcome);
        state(Import.State.CHECKED, now);
    }

    public void done(Outcome outcome, Instant now) {
        runResult = Json.write(outcome);
        state(Import.State.DONE, now);
    }

    /** As if it had never run, but for what stays. */
    public void undone(List<Problem> stays, Instant now) {
        Reading before = reading();
        List<Import.Finding> findings = new ArrayList<>(before.findings().stream().filter(f -> !f.problem().field().equals("undo")).toList());
        stays.forEach(p -> findings.add(new Import.Finding(p, false)));
        settings = Json.write(new Reading(before.format(), before.mapping(), before.options(), findings));
        runResult = null;
        figures = null;
        doneLine = 0;
        state(Import.State.UNDONE, now);
    }
}
