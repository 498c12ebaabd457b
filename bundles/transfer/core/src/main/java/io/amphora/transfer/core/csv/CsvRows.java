package io.amphora.transfer.core.csv;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.transfer.api.FileFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/** The rows of a file below its header, one after the other; rows without content are passed over. Not thread-safe. */
public final class CsvRows implements Iterator<Row>, AutoCloseable {
    /** No cell may be longer: it is a missing quote or no CSV at all, and must not fill the memory. */
    static final int LONGEST = 1 << 20;

    private final SourceFile.Text text;
    private final CloseableIterator<CsvRecord> records;
    private final List<String> header;
    private Row next;
    private long line = 1;

    private CsvRows(SourceFile.Text text, Reader reader, FileFormat format, boolean headed) throws IOException {
        this.text = text;
        CsvReader<CsvRecord> csv = CsvReader.builder().fieldSeparator(format.delimiter().charAt(0)).quoteCharacter(format.quote().charAt(0))
                .skipEmptyLines(true).allowExtraFields(true).allowMissingFields(true).allowExtraCharsAfterClosingQuote(true).allowUnclosedQuote(false)
                .maxBufferSize(LONGEST).ofCsvRecord(reader);
        skipTo(csv, format.skip());
        this.records = csv.iterator();
        Row first = headed ? advance() : null;
        this.header = first == null ? List.of() : names(first.cells());
        this.next = advance();
    }

    private static void skipTo(CsvReader<CsvRecord> csv, int lines) {
        try {
            if (lines > 0) {
                csv.skipLines(lines);
            }
        } catch (CsvParseException e) {
            throw new AmphoraException.Invalid(Problem.of("skip", "transfer.skip", "there are no {0} lines above the header", lines));
        }
    }

    public static CsvRows of(SourceFile file, FileFormat format) {
        try {
            SourceFile.Text text = file.text(format.charset());
            return new CsvRows(text, text.reader(), format, true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static CsvRows of(String text, FileFormat format) {
        return of(text, format, true);
    }

    /** All rows, the header among them. */
    static CsvRows withoutHeader(String text, FileFormat format) {
        return of(text, format, false);
    }

    private static CsvRows of(String text, FileFormat format, boolean headed) {
        try {
            return new CsvRows(null, new StringReader(text), format, headed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The columns' names: as written, but stripped, never empty and all different. */
    public List<String> header() {
        return header;
    }

    /** How many bytes of the file are read. */
    public long position() {
        return text == null ? 0 : text.position();
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public Row next() {
        if (next == null) {
            throw new NoSuchElementException();
        }
        Row row = next;
        next = advance();
        return row;
    }

    private Row advance() {
        try {
            while (records.hasNext()) {
                CsvRecord r = records.next();
                line = r.getStartingLineNumber();
                Row row = new Row(line, r.getFields());
                if (!row.blank()) {
                    return row;
                }
            }
            return null;
        } catch (CsvParseException | UncheckedIOException e) {
            throw unreadable(e);
        }
    }

    private AmphoraException.Invalid unreadable(RuntimeException e) {
        String reason = e.getMessage() + (e.getCause() == null ? "" : " " + e.getCause().getMessage());
        if (reason.contains("buffer") || reason.contains("exceeds") || reason.contains("limit")) {
            return new AmphoraException.Invalid(Problem.of("file", "transfer.long-line",
                    "after line {0} there is a cell of more than {1} characters: a quotation mark is missing, or this is no CSV file", line, LONGEST));
        }
        if (reason.toLowerCase(java.util.Locale.ROOT).contains("quote")) {
            return new AmphoraException.Invalid(Problem.of("file", "transfer.open-quote", "a quotation mark opened after line {0} is never closed", line));
        }
        return new AmphoraException.Invalid(Problem.of("file", "transfer.unreadable", "cannot be read after line {0}: {1}", line, reason));
    }

    private static List<String> names(List<String> cells) {
        List<String> names = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            String name = Values.strip(cells.get(i));
            name = name.isEmpty() ? "column " + (i + 1) : name.length() > 100 ? name.substring(0, 100) : name;
            int times = seen.merge(name, 1, Integer::sum);
            names.add(times == 1 ? name : name + " (" + times + ")");
        }
        return List.copyOf(names);
    }

    @Override
    public void close() {
        try {
            records.close();
            if (text != null) {
                text.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
