package io.amphora.transfer.core.run;

import io.amphora.common.Problem;
import io.amphora.transfer.api.RejectedRow;
import io.amphora.transfer.core.csv.Row;
import java.util.List;

/** A row that is kept aside, and why. @param state {@code OPEN} if it does not go in, {@code SKIPPED} if it is left out on purpose, {@code INBOX} if its order waits there */
public record Reject(Row row, List<Problem> problems, RejectedRow.State state) {
}
