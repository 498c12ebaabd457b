package io.amphora.transfer.core.run;

import io.amphora.common.Problem;
import io.amphora.transfer.core.csv.Row;
import java.util.List;
import java.util.function.Supplier;

/** Imports the rows of one kind. */
public interface Importer {
    /** Goes through all rows, once or twice; writes if the ledger does. @param rows opens them from the beginning */
    void run(Supplier<Sheet> rows, Ledger ledger);

    /** What is wrong with a row by itself. */
    List<Problem> problems(List<String> header, Row row);
}
