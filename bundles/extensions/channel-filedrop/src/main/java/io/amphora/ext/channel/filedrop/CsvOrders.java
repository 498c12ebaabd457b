package io.amphora.ext.channel.filedrop;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.amphora.channel.api.IncomingOrder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Orders as CSV: one row per line, rows with the same external id are one order. */
final class CsvOrders {
    private static final List<String> COLUMNS = List.of("external_id", "customer_number", "customer_name", "email", "phone", "street", "city", "region", "postal_code", "country",
            "currency", "reference", "note", "wished_date", "sku", "quantity", "unit_price");
    private static final List<String> NEEDED = List.of("external_id", "sku", "quantity");

    /** The rows of one order. */
    private record Rows(CsvRecord first, List<IncomingOrder.Line> lines) {
    }

    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private final Map<String, Rows> orders = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();

    private CsvOrders() {
    }

    static OrderFile read(String text) {
        return new CsvOrders().parse(text);
    }

    private OrderFile parse(String text) {
        try (CsvReader<CsvRecord> csv = CsvReader.builder().allowExtraFields(true).allowMissingFields(true).allowUnclosedQuote(false).ofCsvRecord(text)) {
            for (CsvRecord row : csv) {
                if (columns.isEmpty()) {
                    header(row);
                } else if (row.getFields().stream().anyMatch(f -> !f.isBlank())) {
                    line(row);
                }
            }
        } catch (CsvParseException | java.io.IOException | java.io.UncheckedIOException e) {
            problems.add("the file is not CSV: " + e.getMessage());
        }
        if (problems.isEmpty() && orders.isEmpty()) {
            problems.add("there is no order in it");
        }
        List<IncomingOrder> all = new ArrayList<>();
        orders.forEach((id, rows) -> all.add(order(id, rows)));
        return new OrderFile(all, problems);
    }

    private void header(CsvRecord row) {
        for (int i = 0; i < row.getFieldCount(); i++) {
            String name = row.getField(i).strip().toLowerCase(Locale.ROOT);
            if (!COLUMNS.contains(name)) {
                problems.add("line 1: \"" + name + "\" is no column of an order file; known are " + String.join(", ", COLUMNS));
            }
            columns.put(name, i);
        }
        NEEDED.stream().filter(n -> !columns.containsKey(n)).forEach(n -> problems.add("line 1: the column " + n + " is missing"));
    }

    private void line(CsvRecord row) {
        String at = "line " + row.getStartingLineNumber() + ": ";
        String id = cell(row, "external_id");
        if (id == null) {
            problems.add(at + "external_id is empty");
        }
        if (row.getFieldCount() > columns.size()) {
            problems.add(at + "has " + row.getFieldCount() + " cells, the header has " + columns.size());
        }
        IncomingOrder.Line line = new IncomingOrder.Line(cell(row, "sku"), number(row, "quantity", at), number(row, "unit_price", at));
        if (line.sku() == null) {
            problems.add(at + "sku is empty");
        }
        if (cell(row, "quantity") == null) {
            problems.add(at + "quantity is empty");
        }
        orders.computeIfAbsent(id == null ? "" : id, k -> new Rows(row, new ArrayList<>())).lines().add(line);
    }

    private BigDecimal number(CsvRecord row, String column, String at) {
        String text = cell(row, column);
        if (text != null && !text.matches("[-+]?[0-9]{1,15}(\\.[0-9]{1,10})?")) {
            problems.add(at + column + " \"" + text + "\" is not a number");
            return null;
        }
        return text == null ? null : new BigDecimal(text);
    }

    private IncomingOrder order(String id, Rows rows) {
        CsvRecord r = rows.first();
        return new IncomingOrder(id, cell(r, "customer_number"), cell(r, "customer_name"), cell(r, "email"), cell(r, "phone"), cell(r, "street"), cell(r, "city"), cell(r, "region"),
                cell(r, "postal_code"), cell(r, "country"), cell(r, "currency"), cell(r, "reference"), cell(r, "note"), rows.lines(),
                cell(r, "wished_date"));
    }

    private String cell(CsvRecord row, String column) {
        Integer at = columns.get(column);
        String text = at == null || at >= row.getFieldCount() ? "" : row.getField(at).strip();
        return text.isEmpty() ? null : text;
    }
}
