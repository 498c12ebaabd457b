package io.amphora.transfer.core.run;

import io.amphora.common.Problem;
import io.amphora.transfer.api.RejectedRow;
import io.amphora.transfer.core.csv.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What came of some rows: counted, and the rejected ones by name. Made anew when a transaction is tried again. */
public final class Batch {
    private final Figures figures = new Figures();
    private final List<Reject> rejects = new ArrayList<>();
    private final List<Long> accepted = new ArrayList<>();
    private final List<Made> made = new ArrayList<>();

    /** A thing that was not there before. @param what {@code product} or {@code customer}; @param key SKU, or id */
    public record Made(String what, String key) {
    }

    public Figures figures() {
        return figures;
    }

    public List<Reject> rejects() {
        return rejects;
    }

    /** Lines of the accepted rows. */
    public List<Long> accepted() {
        return accepted;
    }

    /** What to take back if the import is taken back. */
    public List<Made> made() {
        return made;
    }

    void made(String what, Collection<String> keys) {
        keys.forEach(key -> made.add(new Made(what, key)));
    }

    void accept(Row row) {
        figures.accepted(1);
        accepted.add(row.line());
    }

    void reject(Row row, List<Problem> problems) {
        Optional<Problem> totals = problems.stream().filter(p -> p.code().equals(Totals.CODE) || p.code().equals(Totals.REPEATS)).findFirst();
        if (totals.isPresent()) {
            skip(row, totals.get());
            return;
        }
        figures.rejected(1);
        figures.because(row.line(), problems);
        rejects.add(new Reject(row, problems, RejectedRow.State.OPEN));
    }

    void skip(Row row, Problem reason) {
        figures.skipped(1);
        figures.because(row.line(), List.of(reason));
        rejects.add(new Reject(row, List.of(reason), RejectedRow.State.SKIPPED));
    }

    /** A row that was accepted, whose order waits in the inbox. */
    void waits(Row row, List<Problem> problems) {
        figures.because(row.line(), problems);
        rejects.add(new Reject(row, problems, RejectedRow.State.INBOX));
    }

    void add(Batch other) {
        figures.add(other.figures);
        rejects.addAll(other.rejects);
        accepted.addAll(other.accepted);
        made.addAll(other.made);
    }
}
