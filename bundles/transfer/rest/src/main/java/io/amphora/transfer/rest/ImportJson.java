package io.amphora.transfer.rest;

import io.amphora.transfer.api.FileFormat;
import io.amphora.transfer.api.Import;
import io.amphora.transfer.api.ImportOptions;
import io.amphora.transfer.api.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** An import. {@code check} is what a dry run found, {@code result} what was written. */
public record ImportJson(long id, String kind, String fileName, long bytes, Import.State state, FileFormat format, Map<String, String> mapping, ImportOptions options,
                         List<FindingJson> findings, boolean blocked, Outcome check, Outcome result, Long jobId, long done, long total, String message, String createdBy,
                         Instant createdAt, Instant changedAt, long version) {
    /** What was guessed and may be wrong, or stands in the way. */
    public record FindingJson(ProblemJson problem, boolean blocking) {
    }

    static ImportJson of(Import i) {
        return new ImportJson(i.id(), i.kind().code(), i.fileName(), i.bytes(), i.state(), i.format(), i.mapping(), i.options(),
                i.findings().stream().map(f -> new FindingJson(ProblemJson.of(f.problem()), f.blocking())).toList(), i.blocked(), i.check(), i.result(), i.jobId(), i.progress().done(),
                i.progress().total(), i.progress().message(), i.createdBy(), i.createdAt(), i.changedAt(), i.version());
    }
}
