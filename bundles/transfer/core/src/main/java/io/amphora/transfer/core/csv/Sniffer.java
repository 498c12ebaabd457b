package io.amphora.transfer.core.csv;

import io.amphora.common.AmphoraException;
import io.amphora.transfer.api.FileFormat;
import io.amphora.transfer.api.FileFormat.DateOrder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
        int skip = 0;
        if (head.startsWith("sep=") && head.length() > 5 && (head.charAt(5) == '\n' || head.charAt(5) == '\r')) {
            return new FileFormat(charset, head.substring(4, 5), "\"", 1, DateOrder.YMD, false);
        }
        FileFormat best = new FileFormat(charset, ",", "\"", skip, DateOrder.YMD, false);
        double bestScore = 0;
        for (String quote : List.of("\"", "'")) {
            for (String delimiter : DELIMITERS) {
                FileFormat format = new FileFormat(charset, delimiter, quote, skip, DateOrder.YMD, false);
                double score = score(head, format) * (quote.equals("'") && !quotedBySingles(head, delimiter) ? 0 : 1);
                if (score > bestScore) {
                    bestScore = score;
                    best = format;
                }
            }
        }
        return best;
    }

    /** Share of rows as wide as the header, more for wider ones; nothing when the header has one column only. */
    private static double score(String head, FileFormat format) {
        Map<Integer, Integer> widths = new HashMap<>();
        int rows = 0;
        int columns;
        try (CsvRows csv = CsvRows.of(wholeLines(head), format)) {
            columns = csv.header().size();
            while (csv.hasNext() && rows < ROWS) {
                widths.merge(csv.next().cells().size(), 1, Integer::sum);
                rows++;
            }
        } catch (AmphoraException.Invalid e) {
            return 0;
        }
        double even = rows == 0 ? 1 : widths.getOrDefault(columns, 0) / (double) rows;
        return columns < 2 ? 0 : (0.1 + even) * (1 + Math.min(columns, 20) / 100.0);
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
