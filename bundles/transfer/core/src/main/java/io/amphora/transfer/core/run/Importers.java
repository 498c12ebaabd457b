package io.amphora.transfer.core.run;

import io.amphora.catalog.api.Products;
import io.amphora.channel.api.Inbox;
import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.customer.api.Customers;
import io.amphora.inventory.api.Locations;
import io.amphora.inventory.api.Stock;
import io.amphora.order.api.HistoricOrders;
import io.amphora.transfer.api.Replays;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Who imports what. */
@Component(service = Importers.class)
public final class Importers {
    private final HistoricOrders orders;
    private final Products products;
    private final Customers customers;
    private final Stock stock;
    private final Locations locations;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    volatile Inbox inbox;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    volatile Replays replays;

    @Activate
    public Importers(@Reference HistoricOrders orders, @Reference Products products, @Reference Customers customers, @Reference Stock stock, @Reference Locations locations) {
        this.orders = orders;
        this.products = products;
        this.customers = customers;
        this.stock = stock;
        this.locations = locations;
    }

    public Importer of(Plan plan) {
        return switch (plan.kind()) {
            case ORDER_LINES -> plan.options().again() ? again(plan) : plan.options().live() ? live(plan) : new OrderImporter(plan, orders, products, customers);
            case PRODUCTS -> new ProductImporter(plan, products);
            case CUSTOMERS -> new CustomerImporter(plan, customers);
            case STOCK -> new StockImporter(plan, stock, locations, products);
        };
    }

    private Importer again(Plan plan) {
        Replays there = replays;
        if (there == null) {
            throw new AmphoraException.Refused(Problem.of("options.again", "transfer.no-replays", "orders cannot be lived again now: something of what they need is switched off"));
        }
        return new ReplayImporter(plan, there);
    }

    private Importer live(Plan plan) {
        Inbox there = inbox;
        if (there == null) {
            throw new AmphoraException.Refused(Problem.of("options.live", "transfer.no-inbox", "the inbox of incoming orders is switched off: live orders cannot be imported now"));
        }
        return new LiveOrderImporter(plan, there, orders);
    }

    public HistoricOrders orders() {
        return orders;
    }
}
