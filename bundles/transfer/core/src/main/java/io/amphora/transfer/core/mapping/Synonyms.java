package io.amphora.transfer.core.mapping;

import io.amphora.transfer.api.ImportField;
import io.amphora.transfer.api.ImportKind;
import io.amphora.transfer.api.Preview;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/** The names under which files have our fields, the surest first ({@code mapping/<kind>.properties}), and the columns they find. */
public final class Synonyms {
    private final Map<ImportKind, Map<String, List<String>>> byKind = new EnumMap<>(ImportKind.class);

    public Synonyms() {
        for (ImportKind kind : ImportKind.values()) {
            Properties file = load("/mapping/" + kind.code() + ".properties");
            Map<String, List<String>> fields = new LinkedHashMap<>();
            Fields.of(kind).forEach(f -> fields.put(f.name(), normalised(file.getProperty(f.name(), ""), f.name())));
            byKind.put(kind, fields);
        }
    }

    static Properties load(String resource) {
        Properties p = new Properties();
        try (var in = Synonyms.class.getResourceAsStream(resource)) {
            p.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return p;
    }

    private static List<String> normalised(String synonyms, String own) {
        return java.util.stream.Stream.concat(List.of(synonyms.split("\\|")).stream(), java.util.stream.Stream.of(own)).map(Synonyms::normal).filter(s -> !s.isEmpty()).distinct().toList();
    }

    /** Letters and digits only, of one width and case: {@code Order_No.} is {@code orderno}. */
    public static String normal(String header) {
        String h = Normalizer.normalize(header, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return h.codePoints().filter(Character::isLetterOrDigit).collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    /** @return field to column; a column is used once, and columns that have values come first */
    public Map<String, String> map(ImportKind kind, List<Preview.Column> columns) {
        Map<String, String> found = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>();
        for (boolean filled : new boolean[] {true, false}) {
            List<Preview.Column> candidates = columns.stream().filter(c -> c.samples().isEmpty() != filled).toList();
            mapTo(byKind.get(kind), candidates, found, taken);
        }
        Map<String, String> inOrder = new LinkedHashMap<>();
        for (ImportField f : Fields.of(kind)) {
            if (found.containsKey(f.name())) {
                inOrder.put(f.name(), found.get(f.name()));
            }
        }
        return inOrder;
    }

    private static void mapTo(Map<String, List<String>> fields, List<Preview.Column> columns, Map<String, String> found, Set<String> taken) {
        int longest = fields.values().stream().mapToInt(List::size).max().orElse(0);
        for (int rank = 0; rank < longest; rank++) {
            for (var field : fields.entrySet()) {
                if (rank < field.getValue().size() && !found.containsKey(field.getKey())) {
                    String synonym = field.getValue().get(rank);
                    columns.stream().filter(c -> !taken.contains(c.name()) && normal(c.name()).equals(synonym)).findFirst().ifPresent(c -> {
                        found.put(field.getKey(), c.name());
                        taken.add(c.name());
                    });
                }
            }
        }
    }
}
