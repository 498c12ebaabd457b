package io.amphora.demo;

import io.amphora.catalog.api.Barcodes;
import io.amphora.catalog.api.Products;
import io.amphora.common.Actor;
import io.amphora.customer.api.Customers;
import io.amphora.identity.api.Users;
import io.amphora.inventory.api.Location;
import io.amphora.inventory.api.Locations;
import io.amphora.inventory.api.Shelves;
import io.amphora.inventory.api.Stock;
import io.amphora.order.api.HistoricOrders;
import io.amphora.order.api.OrderActions;
import io.amphora.order.api.OrderEntry;
import io.amphora.platform.api.Settings;
import java.time.Clock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Loads the demo business once, when every domain it needs is there. */
@Component(service = DemoLoader.class, immediate = true) // nobody asks for it: it does its work by being there
public final class DemoLoader {
    private static final Logger LOG = LoggerFactory.getLogger(DemoLoader.class);
    private static final String LOADED = "demo.loaded";

    @Reference
    private Settings settings;

    @Reference
    private Users users;

    @Reference
    private Products products;

    @Reference
    private Customers customers;

    @Reference
    private Locations locations;

    @Reference
    private Stock stock;

    @Reference
    private Shelves shelves;

    @Reference
    private Barcodes barcodes;

    @Reference
    private OrderEntry entry;

    @Reference
    private OrderActions actions;

    @Reference
    private HistoricOrders historic;

    @Reference
    private Clock clock;

    private Thread loader;

    @Activate
    void start() {
        // loading takes seconds; the framework's start must not wait for it
        loader = new Thread(this::loadOnce, "demo-loader");
        loader.setDaemon(true);
        loader.start();
    }

    private void loadOnce() {
        if (settings.get(Settings.INSTALLATION, LOADED).isEmpty()) {
            load(Actor.system("demo"));
            settings.put(Settings.INSTALLATION, LOADED, clock.instant().toString());
        }
        LOG.info("demo business ready. {}", DemoUsers.text());
    }

    private void load(Actor by) {
        DemoUsers.create(users, by);
        DemoMasters.create(by, products, customers, locations, stock);
        DemoShelves.fill(by, barcodes, shelves, locations.list(by));
        settings.put(Settings.INSTALLATION, "fulfilment.company-prefix", DemoShelves.COMPANY);
        DemoSales sales = new DemoSales(by, customers);
        sales.past(historic, clock);
        sales.open(entry, actions, locations.list(by).stream().map(Location::id).toList());
    }
}
