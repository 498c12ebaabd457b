package io.amphora.transfer.core.mapping;

import io.amphora.transfer.api.ImportField;
import io.amphora.transfer.api.ImportKind;
import io.amphora.transfer.api.Preview;
import io.amphora.transfer.core.csv.Values;
import io.amphora.transfer.core.run.Currencies;
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
import java.util.function.UnaryOperator;

/** The names under which files have our fields, the surest first ({@code mapping/<kind>.properties}), and the columns they find. */
public final class Synonyms {
    /** Fields that would rather be missing than be taken from a column of the right name and the wrong kind of values. */
    private static final Set<String> CHOOSY = Set.of("shipping", "tax", "discount", "lineDiscount", "paidAmount", "refundedAmount", "cancelledAt", "shippedAt", "deliveredAt", "wishedDate", "components", "active", "stocked", "blocked");

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
        for (UnaryOperator<String> reading : List.<UnaryOperator<String>>of(Synonyms::normal, Synonyms::bare)) {
            for (boolean filled : new boolean[] {true, false}) {
                List<Preview.Column> candidates = columns.stream().filter(c -> c.samples().isEmpty() != filled).toList();
                mapTo(kind, candidates, reading, found, taken);
            }
        }
        Map<String, String> inOrder = new LinkedHashMap<>();
        for (ImportField f : Fields.of(kind)) {
            if (found.containsKey(f.name())) {
                inOrder.put(f.name(), found.get(f.name()));
            }
        }
        return inOrder;
    }

    /** Without what stands in brackets or after a slash, and without a currency: {@code Price (EUR)} and {@code Price EUR} are {@code price}. */
    static String bare(String header) {
        String h = Normalizer.normalize(header, Normalizer.Form.NFKC).replaceAll("\\(.*?\\)|\\[.*?]|/.*$|[*#:]", " ");
        String[] words = h.strip().split("[\\s_]+");
        StringBuilder kept = new StringBuilder();
        for (String word : words) {
            kept.append(words.length > 1 && (Currencies.known(word) || word.equals("in") || word.matches("[€$£¥₹]")) ? "" : word);
        }
        return normal(kept.toString());
    }

    private void mapTo(ImportKind kind, List<Preview.Column> columns, UnaryOperator<String> reading, Map<String, String> found, Set<String> taken) {
        Map<String, List<String>> fields = byKind.get(kind);
        int longest = fields.values().stream().mapToInt(List::size).max().orElse(0);
        for (int rank = 0; rank < longest; rank++) {
            for (var field : fields.entrySet()) {
                if (rank < field.getValue().size() && !found.containsKey(field.getKey())) {
                    String synonym = field.getValue().get(rank);
                    columns.stream().filter(c -> !taken.contains(c.name()) && fits(kind, field.getKey(), c) && reading.apply(c.name()).equals(synonym)).findFirst().ifPresent(c -> {
                        found.put(field.getKey(), c.name());
                        taken.add(c.name());
                    });
                }
            }
        }
    }

    /** Whether the column can be what its name says: {@code Shipping} may be an amount or a way of sending. */
    private static boolean fits(ImportKind kind, String field, Preview.Column column) {
        ImportField.Type type = Fields.of(kind).stream().filter(f -> f.name().equals(field)).map(ImportField::type).findFirst().orElse(ImportField.Type.TEXT);
        return column.samples().isEmpty() || !CHOOSY.contains(field) || switch (type) {
            case TEXT -> true;
            case NUMBER, DATE -> column.samples().stream().anyMatch(s -> s.chars().anyMatch(Character::isDigit));
            case FLAG -> column.samples().stream().allMatch(s -> Values.flag(s) != null);
        };
    }
}
