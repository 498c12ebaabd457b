package io.amphora.returns.core;

import io.amphora.catalog.api.KitComponent;
import io.amphora.catalog.api.Product;
import io.amphora.catalog.api.Products;
import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.inventory.api.Location;
import io.amphora.inventory.api.Locations;
import io.amphora.inventory.api.Stock;
import io.amphora.returns.api.Disposition;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Stock that comes back: to a shelf, or to quarantine, a location that is not active, so that nothing there is promised to anybody. For use inside a transaction. */
@Component(service = ReturnStock.class)
public final class ReturnStock {
    private final Stock stock;
    private final Locations locations;
    private final Products products;

    /** Goods on their way to a shelf. */
    record Coming(String sku, long locationId, BigDecimal quantity) {
    }

    @Activate
    public ReturnStock(@Reference Stock stock, @Reference Locations locations, @Reference Products products) {
        this.stock = stock;
        this.locations = locations;
        this.products = products;
    }

    /**
     * @param wanted for RESTOCK: where to, null if nobody said so
     * @param from   where the goods came from, taken if nobody said otherwise and it is still active
     * @return null where nothing goes into stock
     */
    Long place(Disposition disposition, Long wanted, Long from, String sku) {
        Product product = products.lookup(Set.of(sku)).get(sku);
        if (disposition != Disposition.RESTOCK && disposition != Disposition.QUARANTINE || product == null || !product.stocked()) {
            return null;
        }
        if (disposition == Disposition.QUARANTINE) {
            return locations.quarantine().id();
        }
        List<Location> active = locations.active();
        Location found = active.stream().filter(l -> wanted == null ? from != null && l.id() == from : l.id() == wanted).findFirst()
                .orElse(wanted == null && !active.isEmpty() ? active.get(0) : null);
        if (found == null) {
            throw new AmphoraException.Invalid(Problem.of("locationId", "returns.location", "goods can only be put back at an active location"));
        }
        return found.id();
    }

    /** In the order of all who move stock; of a kit its parts, as the catalogue has it now. @param by in whose name */
    void in(Actor by, String number, List<Coming> coming) {
        Actor mover = new Actor(by.name(), by.displayName(), Set.of(Stock.ADJUST));
        coming.stream().flatMap(this::parts).sorted(Comparator.comparing(Coming::sku).thenComparing(Coming::locationId))
                .forEach(c -> stock.receive(mover, c.sku(), c.locationId(), c.quantity(), "return:" + number));
    }

    private Stream<Coming> parts(Coming c) {
        Product product = products.lookup(Set.of(c.sku())).get(c.sku());
        if (product == null || !product.isKit()) {
            return Stream.of(c);
        }
        Map<String, Product> parts = products.lookup(product.components().stream().map(KitComponent::sku).toList());
        return product.components().stream().filter(k -> parts.containsKey(k.sku()) && parts.get(k.sku()).stocked())
                .map(k -> new Coming(k.sku(), c.locationId(), k.quantity().multiply(c.quantity())));
    }
}
