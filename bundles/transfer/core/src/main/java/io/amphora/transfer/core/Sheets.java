package io.amphora.transfer.core;

import io.amphora.transfer.api.FileFormat;
import io.amphora.transfer.core.csv.CsvRows;
import io.amphora.transfer.core.csv.Row;
import io.amphora.transfer.core.csv.SourceFile;
import io.amphora.transfer.core.run.Sheet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Rows as imports see them. */
final class Sheets {
    private Sheets() {
    }

    /** A file, with what somebody mended in place of what it says. @param mended line to cells */
    static Sheet file(SourceFile file, FileFormat format, Map<Long, List<String>> mended) {
        return new FileSheet(CsvRows.of(file, format), file.size(), mended);
    }

    /** Some rows by themselves. */
    static Sheet rows(List<String> header, List<Row> rows) {
        return new RowSheet(header, rows.iterator(), rows.size());
    }

    private record FileSheet(CsvRows rows, long size, Map<Long, List<String>> mended) implements Sheet {
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
            Row row = rows.next();
            List<String> cells = mended.get(row.line());
            return cells == null ? row : new Row(row.line(), cells);
        }
    }

    private record RowSheet(List<String> header, Iterator<Row> rows, long size) implements Sheet {
        @Override
        public long position() {
            return size;
        }

        @Override
        public void close() {
            // nothing is open
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
