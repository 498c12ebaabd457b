package io.amphora.transfer.core.replay;

import io.amphora.catalog.api.Product;
import io.amphora.catalog.api.Products;
import io.amphora.common.Actor;
import io.amphora.inventory.api.Stock;
import io.amphora.inventory.api.StockLevel;
import io.amphora.transfer.api.PastOrder;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Goods that left long ago are not among those counted today: they come in, and go out with the order. The ledger shows both. */
@Component(service = PastGoods.class)
public final class PastGoods {
    private final Products products;
    private final Stock stock;

    @Activate
    public PastGoods(@Reference Products products, @Reference Stock stock) {
        this.products = products;
        this.stock = stock;
    }

    /** @return what came in, by SKU */
    Map<String, BigDecimal> bring(Actor by, PastOrder o, long location, String reference) {
        Map<String, BigDecimal> wanted = wanted(o);
        wanted.forEach((sku, quantity) -> stock.receive(by, sku, location, quantity, reference));
        return wanted;
    }

    /** By SKU in its order, so that two replays never wait for each other; kits by what is in them. */
    private Map<String, BigDecimal> wanted(PastOrder o) {
        Map<String, Product> known = products.lookup(o.lines().stream().map(PastOrder.Line::sku).filter(s -> s != null).distinct().toList());
        Map<String, BigDecimal> wanted = new TreeMap<>();
        for (PastOrder.Line l : o.lines()) {
            Product p = known.get(l.sku());
            if (p != null && p.isKit()) {
                p.components().forEach(c -> wanted.merge(c.sku(), c.quantity().multiply(l.quantity()), BigDecimal::add));
            } else if (p != null && p.stocked()) {
                wanted.merge(p.sku(), l.quantity(), BigDecimal::add);
            }
        }
        return wanted;
    }

    /** Of an order that was cancelled: nothing of it is there. */
    void takeBack(Actor by, Map<String, BigDecimal> brought, long location, String reference) {
        Map<String, StockLevel> levels = new LinkedHashMap<>();
        stock.levels(by, List.copyOf(brought.keySet())).stream().filter(l -> l.locationId() == location).forEach(l -> levels.put(l.sku(), l));
        brought.forEach((sku, quantity) -> {
            StockLevel level = levels.get(sku);
            stock.adjust(by, sku, location, level.version(), level.onHand().subtract(quantity), reference);
        });
    }
}
