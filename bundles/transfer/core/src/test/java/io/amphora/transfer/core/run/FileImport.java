package io.amphora.transfer.core.run;

import io.amphora.common.Actor;
import io.amphora.transfer.api.ImportKind;
import io.amphora.transfer.api.ImportOptions;
import io.amphora.transfer.api.Outcome;
import io.amphora.transfer.core.csv.CsvRows;
import io.amphora.transfer.core.csv.Row;
import io.amphora.transfer.core.csv.SourceFile;
import io.amphora.transfer.core.mapping.Analyser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A file imported into {@link Memory} with everything guessed. */
final class FileImport {
    static final ImportOptions STANDARD = new ImportOptions("import", "EUR", null, "UTC", null, List.of());

    final SourceFile file;
    final Analyser.Analysis analysis;
    final Memory memory;
    private final ImportKind kind;

    private FileImport(Path path, ImportKind kind, Memory memory) {
        file = new SourceFile(path);
        this.kind = kind;
        this.memory = memory;
        analysis = new Analyser().look(file, kind, STANDARD, (k, h) -> Optional.empty());
    }

    static FileImport of(Path path, ImportKind kind) {
        return new FileImport(path, kind, new Memory());
    }

    static FileImport ofText(String text, ImportKind kind, Memory memory) {
        return ofBytes(text.getBytes(StandardCharsets.UTF_8), kind, memory);
    }

    static FileImport ofBytes(byte[] bytes, ImportKind kind, Memory memory) {
        try {
            Path path = Files.write(Files.createTempFile(Path.of("target"), "import", ".csv"), bytes);
            return new FileImport(path, kind, memory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Outcome check(MemoryLedger ledger, long run) {
        plan(run, ledger);
        return ledger.figures().outcome(Instant.EPOCH, 0);
    }

    Outcome check() {
        return check(new MemoryLedger(false), 1);
    }

    Outcome run(MemoryLedger ledger, long run) {
        return check(ledger, run);
    }

    Outcome run() {
        return check(new MemoryLedger(true), 1);
    }

    private void plan(long run, Ledger ledger) {
        Plan plan = new Plan(Actor.system("test"), run, kind, analysis.format(), analysis.mapping(), analysis.options());
        memory.importers().of(plan).run(() -> new CsvSheet(CsvRows.of(file, analysis.format()), file.size()), ledger);
    }

    record CsvSheet(CsvRows rows, long size) implements Sheet {
        @Override
        public List<String> header() {
            return rows.header();
        }

        @Override
        public long position() {
            return rows.position();
        }

        @Override
        public void close() {
            rows.close();
        }

        @Override
        public boolean hasNext() {
            return rows.hasNext();
        }

        @Override
        public Row next() {
            return rows.next();
        }
    }
}
