package io.amphora.transfer.rest;

import io.amphora.transfer.api.RejectedRow;
import java.util.List;

/** A row that was not imported. */
public record RowJson(long id, long row, RejectedRow.State state, List<String> cells, String line, List<ProblemJson> problems, long version) {
    static RowJson of(RejectedRow r) {
        return new RowJson(r.id(), r.row(), r.state(), r.cells(), r.line(), ProblemJson.of(r.problems()), r.version());
    }
}
