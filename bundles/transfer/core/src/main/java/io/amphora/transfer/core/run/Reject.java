package io.amphora.transfer.core.run;

import io.amphora.common.Problem;
import io.amphora.transfer.core.csv.Row;
import java.util.List;

/** A row that does not go in, and why. @param skipped left out on purpose */
public record Reject(Row row, List<Problem> problems, boolean skipped) {
}
