package io.amphora.transfer.core.mapping;

import io.amphora.transfer.api.FileFormat;
import io.amphora.transfer.api.Import.Finding;
import io.amphora.transfer.api.ImportKind;
import io.amphora.transfer.api.ImportOptions;
import io.amphora.transfer.api.Preview;
import io.amphora.transfer.core.csv.CsvRows;
import io.amphora.transfer.core.csv.Sniffer;
import io.amphora.transfer.core.csv.SourceFile;
import io.amphora.transfer.core.csv.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looks at a file and says how it is written and what its columns mean. */
public final class Analyser {
    private static final int SAMPLE_ROWS = 100;
    private static final int SAMPLES = 5;

    private final Synonyms synonyms = new Synonyms();
    private final Profiles profiles = new Profiles();

    /** What is known of a file. */
    public record Analysis(FileFormat format, Map<String, String> mapping, ImportOptions options, List<Finding> findings) {
    }

    /** A mapping that somebody made for files with this header. */
    public record Remembered(Map<String, String> mapping, ImportOptions options) {
    }

    /** Where {@link Remembered} ones are kept. */
    public interface Memory {
        Optional<Remembered> find(ImportKind kind, List<String> header);
    }

    /** @param standard options where nothing else is known */
    public Analysis look(SourceFile file, ImportKind kind, ImportOptions standard, Memory memory) {
        Sniffer.Guess guess = Sniffer.guess(file);
        Preview preview = preview(file, guess.format());
        List<String> header = names(preview);
        Optional<Remembered> known = memory.find(kind, header);
        Map<String, String> mapping = known.map(r -> renamed(r.mapping(), header)).orElseGet(() -> suggest(kind, preview));
        ImportOptions options = known.map(Remembered::options).orElseGet(() -> WrittenCurrency.or(options(kind, header, standard), kind, mapping, preview));
        List<Finding> findings = new ArrayList<>(EncodingFindings.of(file, guess));
        if (guess.format().skip() > 0) {
            findings.add(Findings.note("skip", "transfer.skipped-lines", "{0} lines above the header are passed over", guess.format().skip()));
        }
        return judge(file, kind, guess.format(), mapping, options, findings, true);
    }

    /**
     * The same file with settings of somebody.
     *
     * @param before what was found before
     * @param judge  whether dates and decimals are to be guessed anew; what was said of the encoding still holds then
     */
    public Analysis again(SourceFile file, ImportKind kind, FileFormat format, Map<String, String> mapping, ImportOptions options, List<Finding> before, boolean judge) {
        return judge(file, kind, format, mapping, options, judge ? EncodingFindings.in(before) : List.of(), judge);
    }

    private Analysis judge(SourceFile file, ImportKind kind, FileFormat format, Map<String, String> mapping, ImportOptions options, List<Finding> encoding,
                           boolean judge) {
        Preview preview = preview(file, format);
        List<Finding> findings = new ArrayList<>(Findings.of(kind, preview, mapping, kind == ImportKind.ORDER_LINES && options.live() && !options.again(), this));
        findings.addAll(encoding);
        FileFormat judged = format;
        if (judge && preview.rows().size() > 0) {
            Notations found = Notations.of(file, kind, format, mapping);
            judged = new FileFormat(format.charset(), format.delimiter(), format.quote(), format.skip(), found.dates().dates(), found.decimals().comma(), found.decimals().others());
            findings.addAll(Findings.of(found));
        }
        return new Analysis(judged, mapping, options, findings);
    }

    /** Columns of this file in place of those of the file that it was chosen for: they may differ in case and punctuation. */
    private static Map<String, String> renamed(Map<String, String> mapping, List<String> header) {
        Map<String, String> here = new LinkedHashMap<>();
        mapping.forEach((field, column) -> header.stream().filter(h -> h.equals(column)).findFirst()
                .or(() -> header.stream().filter(h -> Synonyms.normal(h).equals(Synonyms.normal(column))).findFirst()).ifPresent(h -> here.put(field, h)));
        return here;
    }

    /** What the columns of a file probably mean. */
    public Map<String, String> suggest(ImportKind kind, Preview preview) {
        Map<String, String> mapping = new LinkedHashMap<>();
        List<Preview.Column> rest = new ArrayList<>(preview.columns());
        profiles.find(kind, names(preview)).ifPresent(p -> p.mapping().forEach((field, name) -> rest.stream().filter(c -> Synonyms.normal(c.name()).equals(name)).findFirst()
                .ifPresent(c -> {
                    mapping.put(field, c.name());
                    rest.remove(c);
                })));
        synonyms.map(kind, rest).forEach(mapping::putIfAbsent);
        if (kind == ImportKind.ORDER_LINES && !mapping.containsKey("orderTotal")) {
            // what comes on top of the lines is only told by a total: without one they are not imported, and said not to be
            List.of("shipping", "tax", "discount").forEach(mapping::remove);
        }
        return mapping;
    }

    private ImportOptions options(ImportKind kind, List<String> header, ImportOptions standard) {
        return profiles.find(kind, header).map(p -> {
            Set<String> services = new LinkedHashSet<>(p.services());
            services.addAll(standard.services());
            return new ImportOptions(or(p.source(), standard.source()), or(p.currency(), standard.currency()), or(p.country(), standard.country()), standard.zone(),
                    standard.location(), List.copyOf(services), standard.live(), standard.again());
        }).orElse(standard);
    }

    private static String or(String a, String b) {
        return a == null ? b : a;
    }

    private static List<String> names(Preview preview) {
        return preview.columns().stream().map(Preview.Column::name).toList();
    }

    /** The beginning of a file. */
    public Preview preview(SourceFile file, FileFormat format) {
        try (CsvRows csv = CsvRows.of(file, format)) {
            List<List<String>> rows = new ArrayList<>();
            while (csv.hasNext() && rows.size() < SAMPLE_ROWS) {
                rows.add(csv.next().cells());
            }
            List<Preview.Column> columns = new ArrayList<>();
            for (int i = 0; i < csv.header().size(); i++) {
                columns.add(new Preview.Column(csv.header().get(i), samples(rows, i)));
            }
            return new Preview(columns, rows);
        }
    }

    private static List<String> samples(List<List<String>> rows, int column) {
        return rows.stream().filter(r -> column < r.size()).map(r -> Values.strip(r.get(column))).filter(v -> !v.isEmpty()).distinct().limit(SAMPLES)
                .map(v -> v.length() > 80 ? v.substring(0, 80) + "…" : v).toList();
    }
}
