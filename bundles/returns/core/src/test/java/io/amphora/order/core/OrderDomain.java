package io.amphora.order.core;

import io.amphora.catalog.api.KitComponent;
import io.amphora.catalog.api.Product;
import io.amphora.catalog.api.Products;
import io.amphora.common.Money;
import io.amphora.common.Page;
import io.amphora.customer.api.Address;
import io.amphora.customer.api.Customers;
import io.amphora.identity.api.Users;
import io.amphora.inventory.api.Location;
import io.amphora.inventory.api.Locations;
import io.amphora.inventory.api.Stock;
import io.amphora.inventory.api.Reservations;
import io.amphora.order.api.OrderActions;
import io.amphora.order.api.OrderAmendments;
import io.amphora.order.api.OrderEntry;
import io.amphora.order.api.OrderQueries;
import io.amphora.platform.api.Outbox;
import io.amphora.platform.api.Settings;
import io.amphora.platform.api.Tx;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The order domain as it is, put together by hand: there is always enough stock, and the review finds nothing. */
public final class OrderDomain {
    private static final Address ADDRESS = new Address("Ada", "1 Mill Lane", "Leeds", null, "LS1", "United Kingdom");

    public final OrderEntry entry;
    public final OrderActions actions;
    public final OrderAmendments amendments;
    public final OrderQueries queries;

    public OrderDomain(Tx tx, Outbox outbox) {
        OrderStore store = new OrderStore(outbox, new Traces(tx));
        Holds held = new Holds(store);
        PlacementHolds waiting = new PlacementHolds(held);
        OrderSettings settings = new OrderSettings(settings());
        OrderCheck check = new OrderCheck(products(), of(Customers.class, Map.of("lookup", a -> Map.of(7L, new Customers.Facts(7, "C-7", "Ada", "United Kingdom", false, ADDRESS)))), settings);
        Locations locations = of(Locations.class, Map.of("active", a -> List.of(new Location(1, "MAIN", "Main", null, 1, true, 1))));
        BackorderRules backorders = new BackorderRules(tx, settings());
        LeadTimes leadTimes = new LeadTimes(tx, settings(), new Today(settings(), Clock.systemUTC()));
        StockOfLines stock = new StockOfLines(reservations(), locations, backorders, leadTimes);
        Roles roles = new Roles(of(Users.class, Map.of("list", a -> new Page<>(List.of(), null))));
        Reviews reviews = new Reviews(tx, new ReviewBoard(), settings, new DiscountLimits(settings, roles), new ApprovalRules(tx));
        PlaceOrder place = new PlaceOrder(tx, store, check, reviews, stock, held, waiting);
        KeepDraft drafts = new KeepDraft(tx, store, check);
        entry = new OrderEntryService(drafts, new SubmitDraft(tx, store, check, reviews, place), place, new CopyOrder(tx, store, drafts));
        ActOnOrder act = new ActOnOrder(tx, store, held);
        ApprovalSteps steps = new ApprovalSteps(store, roles);
        ReviewOrder review = new ReviewOrder(tx, act, store, stock, steps);
        actions = new OrderActionsService(act, review, new AssignOrder(act, store, stock, locations), new FulfilOrder(act, store, stock), new SplitLine(tx, store, stock, review),
                new GoodsBack(act, of(Stock.class, Map.of()), locations));
        queries = new OrderQueriesService(tx, store);
        amendments = new AmendOrder(tx, store, stock, new ReviewAgain(store, check, reviews, held, steps));
    }

    /** SKU-1 to SKU-4, and a kit of the first two. */
    private static Products products() {
        return of(Products.class, Map.of("lookup", a -> ((Collection<?>) a[0]).stream().distinct().collect(Collectors.toMap(s -> (String) s, s -> product((String) s)))));
    }

    private static Product product(String sku) {
        List<KitComponent> parts = sku.startsWith("KIT") ? List.of(new KitComponent("SKU-1", BigDecimal.ONE), new KitComponent("SKU-2", new BigDecimal("2"))) : List.of();
        return new Product(Math.abs(sku.hashCode()), sku, "Name of " + sku, "pcs", Money.of("10.00", "EUR"), null, true, true, 1, null, null, parts);
    }

    private static Reservations reservations() {
        return of(Reservations.class, Map.of("reserve", a -> ((Collection<?>) a[1]).stream().map(Reservations.Wanted.class::cast).collect(Collectors.toMap(Reservations.Wanted::lineId, w -> 1L, (x, y) -> x)),
                "release", a -> null, "split", a -> null, "move", a -> null, "consume", a -> null, "transfer", a -> null, "held", a -> List.of()));
    }

    private static Settings settings() {
        return of(Settings.class, Map.of("get", a -> a[1].equals(OrderSettings.DUPLICATE_MINUTES) ? Optional.of("0") : Optional.empty()));
    }

    private static <T> T of(Class<T> type, Map<String, Function<Object[], Object>> does) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (p, m, a) -> {
            Function<Object[], Object> f = does.get(m.getName());
            if (f == null) {
                throw new UnsupportedOperationException(m.toString());
            }
            return f.apply(a);
        }));
    }
}
