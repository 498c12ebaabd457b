package io.amphora.transfer.core.mapping;

import io.amphora.transfer.api.Import.Finding;
import io.amphora.transfer.core.csv.CsvRows;
import io.amphora.transfer.core.csv.Sniffer;
import io.amphora.transfer.core.csv.SourceFile;
import io.amphora.transfer.core.csv.Values;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a person is to know of the encoding found. */
final class EncodingFindings {
    private static final String FIELD = "charset";
    private static final int SAMPLES = 3;
    private static final int LONGEST = 40;
    private static final int ROWS = 200_000;

    private EncodingFindings() {
    }

    static List<Finding> of(SourceFile file, Sniffer.Guess guess) {
        List<Finding> found = new ArrayList<>();
        if (!guess.encoding().sure()) {
            found.add(Findings.note(FIELD, "transfer.encoding-uncertain", "encoding uncertain, please check: read as {0}, the file says \u201C{1}\u201D",
                    guess.format().charset(), String.join(" \u00B7 ", samples(file, guess))));
        }
        if (!guess.encoding().clean()) {
            found.add(Findings.note(FIELD, "transfer.unclean", "some characters make no sense in {0}: rows with them will be rejected", guess.format().charset()));
        }
        return found;
    }

    static List<Finding> in(List<Finding> findings) {
        return findings.stream().filter(f -> f.problem().field().equals(FIELD)).toList();
    }

    /** Cells that look different in every encoding. */
    private static Set<String> samples(SourceFile file, Sniffer.Guess guess) {
        Set<String> samples = new LinkedHashSet<>();
        try (CsvRows csv = CsvRows.of(file, guess.format())) {
            csv.header().stream().filter(EncodingFindings::telling).limit(1).forEach(samples::add);
            for (int n = 0; csv.hasNext() && n < ROWS && samples.size() < SAMPLES; n++) {
                csv.next().cells().stream().map(Values::strip).filter(EncodingFindings::telling).limit(SAMPLES).forEach(v -> samples.add(shortened(v)));
            }
        }
        return samples;
    }

    private static boolean telling(String text) {
        return text.chars().anyMatch(c -> c > 127);
    }

    private static String shortened(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "\u2026" : text;
    }
}
