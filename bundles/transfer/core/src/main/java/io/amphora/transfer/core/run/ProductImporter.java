package io.amphora.transfer.core.run;

import io.amphora.catalog.api.KitComponent;
import io.amphora.catalog.api.Product;
import io.amphora.catalog.api.ProductData;
import io.amphora.catalog.api.Products;
import io.amphora.common.Money;
import io.amphora.common.Problem;
import io.amphora.common.Problems;
import io.amphora.platform.api.Usage;
import io.amphora.transfer.api.ImportOptions;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Imports products: new ones, and changes of known ones in the columns that the file has. */
final class ProductImporter extends RecordImporter<ProductImporter.Line> {
    private static final int SKU = 40;
    private static final int UNIT = 20;
    private static final int PRODUCT_LINE = 100;
    private static final BigDecimal HUNDRED = new BigDecimal("100");

    /** What a row says; null where it says nothing. */
    record Line(String sku, String name, BigDecimal price, String currency, String unit, String productLine, Boolean active, Boolean stocked, BigDecimal taxRate, BigDecimal cost,
                List<KitComponent> components) {
    }

    private final Products products;
    private final Services services;
    /** Of rows before: a kit may come with its components. */
    private final Set<String> here = new HashSet<>();

    ProductImporter(Plan plan, Products products) {
        super(plan);
        this.products = products;
        services = new Services(plan.options().services());
    }

    @Override
    Line read(Cells cells) {
        BigDecimal price = cells.number("price");
        if (price != null) {
            cells.problems().notNegative("price", price, Money.SCALE);
        }
        return new Line(cells.required("sku", SKU), cells.text("name", Problems.TEXT), price, Currencies.read(cells, "currency"), cells.text("unit", UNIT),
                cells.text("productLine", PRODUCT_LINE), cells.flag("active"), cells.flag("stocked"), number(cells, "taxRate"), number(cells, "cost"), KitCell.read(cells));
    }

    private static BigDecimal number(Cells cells, String name) {
        BigDecimal number = name.equals("taxRate") ? cells.numberOrShare(name, HUNDRED) : cells.number(name);
        if (number != null) {
            cells.problems().notNegative(name, number, Money.SCALE);
            cells.problems().check(!name.equals("taxRate") || number.compareTo(HUNDRED) <= 0, name, "product.percent", "must be at most 100");
        }
        return number;
    }

    @Override
    String key(Line line) {
        return line.sku();
    }

    @Override
    void save(List<Read<Line>> rows, boolean write, Batch batch) {
        Map<String, Product> known = products.lookup(rows.stream().map(r -> r.value().sku()).toList());
        List<ProductData> changed = new ArrayList<>();
        rows.forEach(r -> here.add(r.value().sku()));
        Map<String, Product> parts = products.lookup(rows.stream().filter(r -> r.value().components() != null).flatMap(r -> r.value().components().stream()).map(KitComponent::sku).toList());
        for (Read<Line> row : rows) {
            List<Problem> wrong = kitProblems(row.value(), parts);
            if (!wrong.isEmpty()) {
                batch.reject(row.row(), wrong);
                continue;
            }
            Product old = known.get(row.value().sku());
            ProductData data = data(row.value(), old);
            if (old == null || !old.data().equals(data)) {
                changed.add(data);
            }
            Changes.count(batch.figures(), "product", data.sku(), old == null ? null : Changes.of(old.data()), Changes.of(data));
            batch.accept(row.row());
        }
        if (write && !changed.isEmpty()) {
            products.saveAll(plan().by(), changed);
            batch.made(Usage.PRODUCT, changed.stream().map(ProductData::sku).filter(sku -> !known.containsKey(sku)).toList());
        }
    }

    /** Said before anything is written, in a dry run as well. */
    private List<Problem> kitProblems(Line line, Map<String, Product> parts) {
        Problems problems = new Problems();
        if (line.components() != null) {
            for (KitComponent c : line.components()) {
                Product part = parts.get(c.sku());
                problems.check(part != null || here.contains(c.sku()), "components", "product.kit-unknown", "there is no product {0}", c.sku());
                problems.check(part == null || !part.isKit(), "components", "product.kit-in-kit", "{0} is a kit itself", c.sku());
            }
        }
        return problems.all();
    }

    private ProductData data(Line line, Product old) {
        ImportOptions options = plan().options();
        ProductData before = old == null
                ? new ProductData(line.sku(), line.sku(), "pcs", Money.of(BigDecimal.ZERO, options.currency()), null, true, !services.isService(line.sku())) : old.data();
        String currency = line.currency() != null ? line.currency() : line.price() != null ? options.currency() : before.price().currency().getCurrencyCode();
        BigDecimal amount = line.price() == null ? before.price().amount() : line.price();
        return new ProductData(line.sku(), or(line.name(), before.name()), or(line.unit(), before.unit()), Money.of(amount, currency), or(line.productLine(), before.productLine()),
                or(line.active(), before.active()), or(line.stocked(), before.stocked()), or(line.taxRate(), before.taxRate()), or(line.cost(), before.cost()), line.components() == null ? before.components() : line.components());
    }

    private static <V> V or(V value, V otherwise) {
        return value == null ? otherwise : value;
    }
}
