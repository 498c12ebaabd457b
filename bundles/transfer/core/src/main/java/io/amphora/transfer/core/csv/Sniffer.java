package io.amphora.transfer.core.csv;

import io.amphora.common.AmphoraException;
import io.amphora.transfer.api.FileFormat;
import io.amphora.transfer.api.FileFormat.DateOrder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Guesses how a file is cut into cells: the delimiter and quote that give the most even rows at its beginning. */
public final class Sniffer {
    private static final int SAMPLE = 128 * 1024;
    private static final int ROWS = 200;
    private static final List<String> DELIMITERS = List.of(",", ";", "\t", "|");

    private Sniffer() {
    }

    /** @return the format with dates and decimals still as in most files */
    public static Guess guess(SourceFile file) {
        try (InputStream bytes = file.bytes()) {
            Encodings.Encoding encoding = Encodings.detect(bytes);
            return new Guess(cells(head(file, encoding.charset()), encoding.charset()), encoding);
        } catch (java.util.zip.ZipException | java.io.EOFException e) {
            throw new AmphoraException.Invalid(io.amphora.common.Problem.of("file", "transfer.packed", "the compressed file is damaged"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param encoding what was found of it */
    public record Guess(FileFormat format, Encodings.Encoding encoding) {
    }

    private static String head(SourceFile file, String charset) throws IOException {
        try (SourceFile.Text text = file.text(charset)) {
            char[] buffer = new char[SAMPLE];
            int n = 0;
            for (int more = 0; more >= 0 && n < SAMPLE; more = text.reader().read(buffer, n, SAMPLE - n)) {
                n += more;
            }
            return new String(buffer, 0, n);
        }
    }

    static FileFormat cells(String head, String charset) {
        if (head.startsWith("sep=") && head.length() > 5 && (head.charAt(5) == '\n' || head.charAt(5) == '\r')) {
            return new FileFormat(charset, head.substring(4, 5), "\"", 1, DateOrder.YMD, false);
        }
        Cut best = new Cut(new FileFormat(charset, ",", "\"", 0, DateOrder.YMD, false), 0);
        for (String quote : List.of("\"", "'")) {
            for (String delimiter : DELIMITERS) {
                if (quote.equals("\"") || quotedBySingles(head, delimiter)) {
                    Cut cut = cut(head, new FileFormat(charset, delimiter, quote, 0, DateOrder.YMD, false));
                    best = cut.score() > best.score() ? cut : best;
                }
            }
        }
        return best.format();
    }

    /** A way to cut, and how good it is. */
    private record Cut(FileFormat format, double score) {
    }

    /** Share of rows as wide as the header, more for wider ones; nothing when the header has one column only. Lines above the header are passed over. */
    private static Cut cut(String head, FileFormat format) {
        List<Row> rows = rows(head, format);
        int header = Header.at(rows);
        int columns = rows.isEmpty() ? 0 : rows.get(header).cells().size();
        long even = rows.stream().skip(header + 1L).filter(r -> r.cells().size() == columns).count();
        int below = rows.size() - header - 1;
        double share = below <= 0 ? 1 : even / (double) below;
        FileFormat found = header == 0 ? format
                : new FileFormat(format.charset(), format.delimiter(), format.quote(), (int) rows.get(header).line() - 1, format.dates(), format.decimalComma());
        return new Cut(found, columns < 2 ? 0 : (0.1 + share) * (1 + Math.min(columns, 20) / 100.0));
    }

    private static List<Row> rows(String head, FileFormat format) {
        List<Row> rows = new ArrayList<>();
        try (CsvRows csv = CsvRows.withoutHeader(wholeLines(head), format)) {
            while (csv.hasNext() && rows.size() < ROWS) {
                rows.add(csv.next());
            }
        } catch (AmphoraException.Invalid e) {
            return List.of();
        }
        return rows;
    }

    private static String wholeLines(String head) {
        int end = head.length() < SAMPLE ? head.length() : head.lastIndexOf('\n') + 1;
        return head.substring(0, end == 0 ? head.length() : end);
    }

    private static boolean quotedBySingles(String head, String delimiter) {
        int singles = count(head, "'" + delimiter + "'");
        return singles > 3 && singles > count(head, "\"" + delimiter) + count(head, delimiter + "\"");
    }

    private static int count(String text, String part) {
        int n = 0;
        for (int i = text.indexOf(part); i >= 0; i = text.indexOf(part, i + part.length())) {
            n++;
        }
        return n;
    }
}
