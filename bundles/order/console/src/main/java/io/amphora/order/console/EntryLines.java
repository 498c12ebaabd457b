package io.amphora.order.console;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import io.amphora.catalog.api.Product;
import io.amphora.catalog.api.Products;
import io.amphora.common.Money;
import io.amphora.console.api.kit.FieldErrors;
import io.amphora.console.api.kit.Texts;
import io.amphora.inventory.api.KitStock;
import io.amphora.inventory.api.Reservations;
import io.amphora.inventory.api.Stock;
import io.amphora.order.api.Order;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;

/** The lines of an order while it is entered or amended. */
final class EntryLines extends Div {
    private static final long serialVersionUID = 1L;

    private final transient Products products;
    private final transient Stock stock;
    private final FieldErrors errors;
    private final transient Runnable changed;
    private final transient Runnable removed;
    private final transient List<EntryLine> entered = new ArrayList<>();
    private transient Map<String, Map<Long, BigDecimal>> stockSeen = Map.of();
    private transient Currency currency;
    private boolean quiet;

    /** @param removed after a line was taken away */
    EntryLines(Products products, Stock stock, FieldErrors errors, Runnable changed, Runnable removed) {
        this.products = products;
        this.stock = stock;
        this.errors = errors;
        this.changed = changed;
        this.removed = removed;
        addClassName("entry-lines");
    }

    List<EntryLine> all() {
        return List.copyOf(entered);
    }

    boolean isEmpty() {
        return entered.isEmpty();
    }

    /** Of the order; null while nothing says it. */
    Currency currency() {
        return currency != null ? currency : entered.isEmpty() ? null : entered.get(0).currency();
    }

    /** Whatever is added from here on is in it. */
    void currency(Currency fixed) {
        currency = fixed;
    }

    /** Null while there are none. */
    Money sum() {
        return entered.stream().map(EntryLine::amount).reduce(Money::plus).orElse(null);
    }

    /** Several changes are told as one. */
    void together(Runnable changes) {
        quiet = true;
        try {
            changes.run();
        } finally {
            quiet = false;
        }
        tell();
    }

    private void tell() {
        if (!quiet) {
            changed.run();
        }
    }

    /** @param unitPrice null takes the list price, and adds to a line that is there @return what stands against it, null if it was added */
    String add(Product product, BigDecimal quantity, BigDecimal unitPrice, String discount) {
        EntryLine same = unitPrice != null || discount != null ? null : entered.stream().filter(l -> l.sku().equals(product.sku())).findFirst().orElse(null);
        if (same != null) {
            same.more(quantity);
            return null;
        }
        Currency of = currency();
        if (of != null && unitPrice == null && !product.price().currency().equals(of)) {
            return Texts.of("order.entry.currency", product.sku(), product.price().currency().getCurrencyCode(), of.getCurrencyCode());
        }
        EntryLine line = append(product, of == null ? product.price().currency() : of, quantity, unitPrice);
        if (discount != null) {
            line.discount().setValue(discount);
        }
        tell();
        return null;
    }

    private EntryLine append(Product product, Currency of, BigDecimal quantity, BigDecimal unitPrice) {
        EntryLine[] self = new EntryLine[1];
        self[0] = new EntryLine(product, of, quantity, unitPrice, available(product), this::tell, () -> remove(self[0]));
        entered.add(self[0]);
        add(self[0]);
        return self[0];
    }

    private void remove(EntryLine line) {
        entered.remove(line);
        remove((Component) line);
        if (entered.isEmpty()) {
            currency = null;
        }
        tell();
        removed.run();
    }

    /** Takes over lines as they are. @return what the catalogue does not know any more, and is not there therefore */
    List<Order.Line> load(List<Order.Line> lines, LoadedLine each) {
        Map<String, Product> known = products.lookup(lines.stream().map(Order.Line::sku).toList());
        // all at once: a long draft must not ask for each line
        stockSeen = known.isEmpty() || stock == null ? Map.of() : stock.available(known.keySet());
        quiet = true;
        lines.stream().filter(l -> known.containsKey(l.sku())).forEach(l -> each.line(append(known.get(l.sku()), currency(), l.quantity(), l.unitPrice().amount()).with(l), l));
        quiet = false;
        stockSeen = Map.of();
        return lines.stream().filter(l -> !known.containsKey(l.sku())).toList();
    }

    /** Learns which line stands for which. */
    interface LoadedLine {
        void line(EntryLine shown, Order.Line of);
    }

    /** Of something that the catalogue does not know any more. */
    EntryLine keep(Order.Line gone) {
        quiet = true;
        EntryLine line = append(new Product(0, gone.sku(), gone.name(), gone.unit(), gone.unitPrice(), null, false, false, 0), currency(), gone.quantity(), gone.unitPrice().amount()).with(gone);
        quiet = false;
        return line;
    }

    private Collection<BigDecimal> available(Product product) {
        if (product.isKit()) {
            List<Reservations.Part> parts = product.components().stream().map(c -> new Reservations.Part(c.sku(), c.quantity())).toList();
            return KitStock.available(parts, stock.available(parts.stream().map(Reservations.Part::sku).toList())).values();
        }
        if (!product.stocked()) {
            return null;
        }
        Map<String, Map<Long, BigDecimal>> seen = stockSeen.containsKey(product.sku()) ? stockSeen : stock.available(List.of(product.sku()));
        return seen.getOrDefault(product.sku(), Map.of()).values();
    }

    /** Says where the problems of each line belong. */
    void bind() {
        for (int i = 0; i < entered.size(); i++) {
            EntryLine line = entered.get(i);
            String at = "lines[" + i + "]";
            errors.bind(at, line.quantity()).bind(at + ".quantity", line.quantity()).bind(at + ".unitPrice", line.price()).bind(at + ".discount", line.discount());
            if (line.more().isBuilt()) {
                errors.bind(at + ".taxRate", line.more().tax()).bind(at + ".note", line.more().noteField());
            }
        }
    }
}
