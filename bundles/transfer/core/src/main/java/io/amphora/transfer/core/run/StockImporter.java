package io.amphora.transfer.core.run;

import io.amphora.catalog.api.Product;
import io.amphora.catalog.api.Products;
import io.amphora.common.Problem;
import io.amphora.inventory.api.Location;
import io.amphora.inventory.api.Locations;
import io.amphora.inventory.api.Stock;
import io.amphora.inventory.api.StockLevel;
import io.amphora.transfer.core.run.Figures.Change;
import io.amphora.transfer.api.Outcome;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Imports counted stock: the level of each product at each location becomes what the file says. */
final class StockImporter extends RecordImporter<StockImporter.Line> {
    private static final int SCALE = 3;

    /** @param location null where no location of that code is active */
    record Line(String sku, BigDecimal quantity, Location location) {
    }

    private final Stock stock;
    private final Products products;
    private final Map<String, Location> locations;
    private final String standard;

    StockImporter(Plan plan, Stock stock, Locations locations, Products products) {
        super(plan);
        this.stock = stock;
        this.products = products;
        List<Location> active = locations.active();
        this.locations = active.stream().collect(Collectors.toMap(Location::code, l -> l));
        standard = plan.options().location() != null ? plan.options().location() : active.isEmpty() ? null : active.get(0).code();
    }

    @Override
    Line read(Cells cells) {
        BigDecimal quantity = cells.number("quantity");
        if (quantity != null || cells.raw("quantity") == null) {
            cells.problems().notNegative("quantity", quantity, SCALE);
        }
        String code = cells.text("location", 40);
        String wanted = code == null ? standard : code;
        Location location = wanted == null ? null : locations.get(wanted);
        cells.problems().check(location != null, "location", "transfer.location", "there is no active location {0}", String.valueOf(wanted));
        return new Line(cells.required("sku", 40), quantity, location);
    }

    @Override
    String key(Line line) {
        return line.sku() + " / " + line.location().code();
    }

    @Override
    void save(List<Read<Line>> rows, boolean write, Batch batch) {
        List<String> skus = rows.stream().map(r -> r.value().sku()).distinct().toList();
        Map<String, Product> known = products.lookup(skus);
        Map<String, StockLevel> levels = new HashMap<>();
        stock.levels(plan().by(), skus).forEach(l -> levels.put(l.sku() + "\n" + l.locationId(), l));
        List<Stock.Counted> changed = new ArrayList<>();
        for (Read<Line> row : rows) {
            Line line = row.value();
            StockLevel level = levels.get(line.sku() + "\n" + line.location().id());
            List<Problem> problems = problems(line, known.get(line.sku()), level);
            if (!problems.isEmpty()) {
                batch.reject(row.row(), problems);
                continue;
            }
            batch.accept(row.row());
            count(batch.figures(), line, level, changed);
        }
        if (write && !changed.isEmpty()) {
            stock.countAll(plan().by(), changed, "import " + plan().run());
        }
    }

    @Override
    Function<Read<Line>, List<Problem>> alsoWrong(List<Read<Line>> bad) {
        Map<String, Product> known = products.lookup(bad.stream().map(r -> r.value().sku()).filter(Objects::nonNull).distinct().toList());
        return row -> row.value().sku() == null ? List.of() : problems(row.value().sku(), known.get(row.value().sku()));
    }

    private static List<Problem> problems(String sku, Product product) {
        if (product == null) {
            return List.of(Problem.of("sku", "transfer.unknown-sku", "there is no product {0}", sku));
        }
        return product.stocked() ? List.of() : List.of(Problem.of("sku", "transfer.not-stocked", "no stock is kept of product {0}", sku));
    }

    private static List<Problem> problems(Line line, Product product, StockLevel level) {
        List<Problem> problems = new ArrayList<>(problems(line.sku(), product));
        if (level != null && line.quantity().compareTo(level.reserved()) < 0) {
            problems.add(Problem.of("quantity", "transfer.below-reserved", "{0} are reserved for orders, fewer cannot be counted", level.reserved().stripTrailingZeros().toPlainString()));
        }
        return problems;
    }

    private static void count(Figures figures, Line line, StockLevel level, List<Stock.Counted> changed) {
        if (level != null && level.onHand().compareTo(line.quantity()) == 0) {
            figures.effect("stock", Change.UNCHANGED, 1);
            return;
        }
        changed.add(new Stock.Counted(line.sku(), line.location().id(), line.quantity()));
        figures.effect("stock", level == null ? Change.CREATED : Change.CHANGED, 1);
        if (level != null) {
            figures.example(new Outcome.Change("stock", line.sku() + " / " + line.location().code(), "onHand", plain(level.onHand()), plain(line.quantity())));
        }
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
