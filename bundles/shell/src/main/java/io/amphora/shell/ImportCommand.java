package io.amphora.shell;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.PageRequest;
import io.amphora.common.Problem;
import io.amphora.transfer.api.Import;
import io.amphora.transfer.api.ImportKind;
import io.amphora.transfer.api.Imports;
import io.amphora.transfer.api.Outcome;
import io.amphora.transfer.api.RejectedRow;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Imports a file of the server's machine and waits for its end. */
@Service
@Command(scope = "amphora", name = "import", description = "Imports order-lines, products, customers or stock from a CSV file.")
public final class ImportCommand extends AmphoraCommand {
    private static final long POLL_MILLIS = 200;
    private static final int ROWS = 20;

    @Argument(index = 0, name = "kind", description = "order-lines, products, customers or stock", required = true)
    String kind;
    @Argument(index = 1, name = "file", description = "CSV on the machine of the server, plain or gzip", required = true)
    String file;
    @Option(name = "--dry-run", description = "only say what would happen")
    boolean dryRun;
    @Option(name = "--mapping", description = "field=column; may be repeated; the other fields keep the guessed columns", multiValued = true)
    List<String> mapping = List.of();
    @Reference(optional = true)
    Imports imports;

    @Override
    void run(Actor by) throws Exception {
        by.require(Imports.IMPORT);
        Imports there = there(imports, "transfer");
        Path path = Path.of(file);
        if (!Files.isRegularFile(path)) {
            throw new AmphoraException.Invalid(Problem.of("file", "transfer.no-file", "there is no file {0}", file));
        }
        Import at = mapped(by, there, upload(by, there, path));
        at.findings().forEach(f -> out().println((f.blocking() ? "! " : "  ") + f.problem().message()));
        Import started = dryRun ? there.dryRun(by, at.id(), at.version()) : there.run(by, at.id(), at.version());
        report(by, there, ended(by, there, started));
    }

    private Import upload(Actor by, Imports there, Path path) throws IOException {
        try (InputStream body = Files.newInputStream(path)) {
            return there.upload(by, ImportKind.of(kind), path.getFileName().toString(), body);
        }
    }

    private Import mapped(Actor by, Imports there, Import uploaded) {
        if (mapping.isEmpty()) {
            return uploaded;
        }
        Map<String, String> chosen = new HashMap<>(uploaded.mapping());
        for (String pair : mapping) {
            int at = pair.indexOf('=');
            if (at < 1) {
                throw new AmphoraException.Invalid(Problem.of("mapping", "transfer.pair", "{0} is not field=column", pair));
            }
            chosen.put(pair.substring(0, at), pair.substring(at + 1));
        }
        return there.adjust(by, uploaded.id(), uploaded.version(), null, null, chosen, null);
    }

    private static Import ended(Actor by, Imports there, Import started) throws InterruptedException {
        Import now = started;
        while (now.state().working()) {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
            now = there.find(by, now.id());
        }
        return now;
    }

    private void report(Actor by, Imports there, Import i) {
        Outcome o = dryRun ? i.check() : i.result();
        out().println("Import " + i.id() + ": " + i.state() + (o == null ? " " + text(i.progress().message()) : ""));
        if (o == null) {
            return;
        }
        out().println(o.lines() + " rows, " + o.accepted() + " accepted, " + o.rejected() + " rejected, " + o.skipped() + " left out");
        if (i.options() != null && i.options().live() && !i.options().again()) {
            out().println(o.effect("order").created() + " become orders, " + o.effect("waiting-order").created() + " wait in the inbox");
        }
        o.effects().forEach(e -> out().println(e.what() + ": " + e.created() + " new, " + e.changed() + " changed, " + e.unchanged() + " as before"));
        o.reasons().forEach(r -> out().println(r.rows() + " x " + (r.example().field() + " " + r.example().message()).strip() + ", first in line " + r.row()));
        o.amounts().forEach(a -> out().println("amount: " + a.total().stripTrailingZeros().toPlainString() + " " + a.currency()));
        there.rejected(by, i.id(), PageRequest.first(ROWS)).items().stream().filter(r -> r.state() == RejectedRow.State.OPEN || r.state() == RejectedRow.State.INBOX)
                .forEach(r -> out().println("line " + r.row() + ": " + r.problems().stream().map(p -> p.field() + " " + p.message()).collect(Collectors.joining("; "))));
    }
}
