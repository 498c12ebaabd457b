package io.amphora.report.core;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.amphora.common.SpreadsheetText;
import io.amphora.report.api.ReportResult;
import io.amphora.report.api.ReportResult.Column;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.List;

/** Writes a report as RFC 4180 has it. */
final class Csv {
    private Csv() {
    }

    static void write(ReportResult result, Writer to) throws IOException {
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(to);
        csv.writeRecord(result.columns().stream().map(Column::name).map(SpreadsheetText::safe).toList());
        for (List<Object> row : result.rows()) {
            csv.writeRecord(row.stream().map(Csv::text).toList());
        }
        csv.flush();
    }

    private static String text(Object value) {
        return value instanceof BigDecimal number ? number.toPlainString() : SpreadsheetText.safe((String) value);
    }
}
