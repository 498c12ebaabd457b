package io.amphora.transfer.core.run;

import io.amphora.common.Problem;
import io.amphora.transfer.core.csv.Row;
import java.util.ArrayList;
import java.util.List;

/** What came of some rows: counted, and the rejected ones by name. Made anew when a transaction is tried again. */
public final class Batch {
    private final Figures figures = new Figures();
    private final List<Reject> rejects = new ArrayList<>();
    private final List<Long> accepted = new ArrayList<>();

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

    void accept(Row row) {
        figures.accepted(1);
        accepted.add(row.line());
    }

    void reject(Row row, List<Problem> problems) {
        figures.rejected(1);
        rejects.add(new Reject(row, problems, false));
    }

    void skip(Row row, Problem reason) {
        figures.skipped(1);
        rejects.add(new Reject(row, List.of(reason), true));
    }

    void add(Batch other) {
        figures.add(other.figures);
        rejects.addAll(other.rejects);
        accepted.addAll(other.accepted);
    }
}
