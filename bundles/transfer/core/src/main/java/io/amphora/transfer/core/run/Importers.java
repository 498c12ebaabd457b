package io.amphora.transfer.core.run;

import io.amphora.catalog.api.Products;
import io.amphora.customer.api.Customers;
import io.amphora.inventory.api.Locations;
import io.amphora.inventory.api.Stock;
import io.amphora.order.api.HistoricOrders;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who imports what. */
@Component(service = Importers.class)
public final class Importers {
    private final HistoricOrders orders;
    private final Products products;
    private final Customers customers;
    private final Stock stock;
    private final Locations locations;

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
            case ORDER_LINES -> new OrderImporter(plan, orders, products, customers);
            case PRODUCTS -> new ProductImporter(plan, products);
            case CUSTOMERS -> new CustomerImporter(plan, customers);
            case STOCK -> new StockImporter(plan, stock, locations, products);
        };
    }

    public HistoricOrders orders() {
        return orders;
    }
}
