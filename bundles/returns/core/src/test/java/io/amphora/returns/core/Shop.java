package io.amphora.returns.core;

import io.amphora.catalog.api.Product;
import io.amphora.catalog.api.Products;
import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Money;
import io.amphora.common.Problem;
import io.amphora.document.api.Documents;
import io.amphora.inventory.api.Location;
import io.amphora.inventory.core.JpaLocations;
import io.amphora.inventory.core.JpaStock;
import io.amphora.order.api.LineStatus;
import io.amphora.order.api.NewOrder;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderHistory;
import io.amphora.order.api.OrderEntry;
import io.amphora.order.api.OrderQueries;
import io.amphora.order.api.OrderStatus;
import io.amphora.order.core.OrderDomain;
import io.amphora.payment.api.GatewayAnswer;
import io.amphora.payment.api.GatewayRequest;
import io.amphora.payment.api.Payment;
import io.amphora.payment.api.PaymentDesk.NewPayment;
import io.amphora.payment.api.PaymentException;
import io.amphora.payment.api.PaymentGateway;
import io.amphora.payment.api.PaymentKind;
import io.amphora.payment.api.PaymentMethod;
import io.amphora.payment.api.PaymentState;
import io.amphora.payment.core.PaymentDomain;
import io.amphora.platform.api.Settings;
import io.amphora.platform.api.Tx;
import io.amphora.platform.test.TestDatabase;
import io.amphora.returns.api.Disposition;
import io.amphora.returns.api.ItemCondition;
import io.amphora.returns.api.Return;
import io.amphora.returns.api.ReturnDesk;
import io.amphora.returns.api.ReturnDesk.Arrival;
import io.amphora.returns.api.ReturnDesk.NewLine;
import io.amphora.returns.api.ReturnDesk.NewReturn;
import io.amphora.returns.api.ReturnDesk.Verdict;
import io.amphora.returns.api.ReturnKind;
import io.amphora.returns.api.ReturnReasons.Reason;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Returns with the real payments and the real stock, on a test database; orders, products and the gateway do what a test says. */
final class Shop {
    static final Actor ALL = Actor.system("test");
    static final Actor SERVICE = new Actor("sara", "Sara", Set.of("returns.read", "returns.request", "returns.decide", "order.read"));
    static final Actor WAREHOUSE = new Actor("wang", "Wang", Set.of("returns.read", "returns.receive", "order.read"));
    static final Actor FINANCE = new Actor("fina", "Fina", Set.of("returns.read", "returns.settle", "order.read"));
    static final Actor BOSS = new Actor("mia", "Mia", Set.of("returns.read", "returns.request", "returns.decide", "returns.receive", "returns.settle", "returns.override", "order.read"));

    final Map<Long, Order> orders = new ConcurrentHashMap<>();
    final Map<String, String> settings = new ConcurrentHashMap<>();
    /** Key to what the gateway gave back for it. */
    final Map<String, BigDecimal> refunds = new ConcurrentHashMap<>();
    /** What the timelines of the orders say. */
    final List<String> told = new CopyOnWriteArrayList<>();
    final OrderHistory history = (order, who, what, note) -> told.add(order + " " + what + " " + note);
    final AtomicLong ids = new AtomicLong(1000);
    volatile Function<GatewayRequest, GatewayAnswer> answer = r -> GatewayAnswer.approved("ok");
    volatile AmphoraException refuseOrders;
    /** Null for no invoices. */
    volatile Documents documents;
    /** The orders as they are, instead of those of the test. */
    volatile OrderDomain real;
    final TestDatabase db;
    final JpaStock stock;
    final JpaLocations locations;
    final PaymentDomain pay;
    final ReturnDeskService desk;
    final ReturnsService returns;
    final ReasonBook reasons;
    final PolicyStore policy;
    final DoSteps steps;
    Location main;

    Shop(TestDatabase db) {
        this(db, UnaryOperator.identity(), null);
    }

    /** @param around what goes around every transaction @param before whose orders and gateway it shares, null for a fresh start */
    Shop(TestDatabase db, UnaryOperator<Tx> around, Shop before) {
        this.db = db;
        Tx tx = around.apply(db.tx("returns"));
        Tx stockTx = db.tx("inventory");
        locations = new JpaLocations(stockTx, db.outbox());
        stock = new JpaStock(stockTx, db.outbox(), Clock.systemUTC());
        pay = new PaymentDomain(around.apply(db.tx("payment")), db.outbox(), queries(), settings(), history);
        pay.gateway(new Gateway());
        ReturnLog log = new ReturnLog(db.outbox(), history);
        ReturnWork work = new ReturnWork(tx);
        policy = new PolicyStore(settings(), tx, log);
        reasons = new ReasonBook(tx, log);
        MoneyPlan plan = new MoneyPlan(pay.desk, pay.payments, log);
        SettleReturn settle = new SettleReturn(work, queries(), pay.payments, new Quotes(policy, new NewGoods(products(), settings()), new CreditNotes(tx, log, papers())), policy, plan, log);
        steps = new DoSteps(tx, entry(), queries(), pay.desk, pay.payments, pay.credits, plan, log);
        desk = new ReturnDeskService(tx, new RequestReturn(tx, queries(), policy, log), new DecideReturn(work, log), new ReceiveReturn(work, log),
                new InspectReturn(work, new ReturnStock(stock, locations, products()), log), settle, steps, log);
        returns = new ReturnsService(tx, queries(), policy, settle);
        if (before == null) {
            db.clear();
            main = locations.create(ALL, "MAIN", "Main", null, 1);
            reasons.save(ALL, new Reason("UNWANTED", "No longer wanted", "不想要了", false, true, 1, 0));
            reasons.save(ALL, new Reason("MISSING", "Missing", "少发", true, true, 2, 0));
        } else {
            main = before.main;
            orders.putAll(before.orders);
            refunds.putAll(before.refunds);
            settings.putAll(before.settings);
            answer = before.answer;
            ids.set(before.ids.get());
        }
    }

    private final class Gateway implements PaymentGateway {
        @Override
        public String title(Locale locale) {
            return "Cards";
        }

        @Override
        public GatewayAnswer authorise(GatewayRequest r) {
            return GatewayAnswer.approved("a");
        }

        @Override
        public GatewayAnswer capture(GatewayRequest r) {
            return GatewayAnswer.approved("c");
        }

        @Override
        public GatewayAnswer release(GatewayRequest r) {
            return GatewayAnswer.approved("r");
        }

        /** Money moves once per key. */
        @Override
        public GatewayAnswer refund(GatewayRequest r) throws PaymentException {
            GatewayAnswer a = answer.apply(r);
            if (a.outcome() == GatewayAnswer.Outcome.APPROVED) {
                refunds.put(r.key(), r.amount().amount());
            }
            return a;
        }
    }

    @SuppressWarnings("unchecked")
    private static <T> T of(Class<T> type, Map<String, Function<Object[], Object>> does) {
        return (T) Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (p, m, a) -> {
            Function<Object[], Object> f = does.get(m.getName());
            if (f == null) {
                throw new UnsupportedOperationException(m.toString());
            }
            return f.apply(a);
        });
    }

    @SuppressWarnings("unchecked")
    private OrderQueries queries() {
        return of(OrderQueries.class, Map.of("rows", a -> real.queries.rows((Actor) a[0], (Collection<Long>) a[1]), "find", a -> real != null ? real.queries.find((Actor) a[0], (Long) a[1]) : Optional.ofNullable(orders.get((Long) a[1])).orElseThrow(() -> new AmphoraException.NotFound("order", a[1]))));
    }

    private Settings settings() {
        return of(Settings.class, Map.of("get", a -> Optional.ofNullable(settings.get((String) a[1])), "put", a -> a[2] == null ? settings.remove((String) a[1]) : settings.put((String) a[1], (String) a[2])));
    }

    private Documents papers() {
        return of(Documents.class, Map.of("invoices", a -> documents == null ? List.of() : documents.invoices((Actor) a[0], (Long) a[1])));
    }

    private static Products products() {
        return of(Products.class, Map.of("lookup", a -> ((Collection<?>) a[0]).stream().map(String.class::cast)
                .collect(Collectors.toMap(s -> s, s -> new Product(1, s, s, "pcs", Money.of("10", "EUR"), null, true, !s.startsWith("SERVICE"), 1)))));
    }

    private OrderEntry entry() {
        return of(OrderEntry.class, Map.of("place", a -> real != null ? real.entry.place((Actor) a[0], (NewOrder) a[1]) : place((NewOrder) a[1]),
                "replace", a -> real != null ? real.entry.replace((Actor) a[0], (NewOrder) a[1]) : place((NewOrder) a[1])));
    }

    private synchronized Order place(NewOrder in) {
        if (refuseOrders != null) {
            throw refuseOrders;
        }
        return orders.values().stream().filter(o -> in.externalId().equals(o.externalId())).findFirst().orElseGet(() -> {
            List<Order.Line> lines = in.lines().stream().map(l -> line(ids.incrementAndGet(), 1, l.sku(), l.quantity().toPlainString(), l.unitPrice() == null ? "10.00" : l.unitPrice().toPlainString(),
                    in.currency(), LineStatus.IN_REVIEW)).toList();
            Order made = order(ids.incrementAndGet(), in.channel(), in.externalId(), in.customerId(), in.currency(), OrderStatus.IN_REVIEW, lines, BigDecimal.ZERO);
            orders.put(made.id(), made);
            return made;
        });
    }

    static Order.Line line(long id, int position, String sku, String quantity, String price, String currency, LineStatus status) {
        BigDecimal q = new BigDecimal(quantity);
        Money unit = Money.of(price, currency);
        return new Order.Line(id, position, sku, "Name of " + sku, q, "pcs", unit, unit.times(q), status, null);
    }

    static Order order(long id, String channel, String externalId, Long customer, String currency, OrderStatus status, List<Order.Line> lines, BigDecimal charges) {
        Money total = lines.stream().map(Order.Line::payable).reduce(Money.of(charges, currency), Money::plus).rounded();
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        List<Order.Shipment> shipments = status == OrderStatus.DELIVERED
                ? List.of(new Order.Shipment(id, "own", "T", now.minus(3, ChronoUnit.DAYS), now.minus(2, ChronoUnit.DAYS), "x", lines.stream().map(Order.Line::id).toList())) : List.of();
        return new Order(id, "A-" + id, Order.Kind.SALE, channel, externalId, customer, "Ada", null, status, total, null, null, null, now, now, "clerk", null, null, false, lines, List.of(),
                shipments, 1);
    }

    /** Delivered two days ago. @param lines such as {@code "SKU-1 3 9.99"} */
    Order delivered(String currency, String charges, String... lines) {
        List<Order.Line> all = new ArrayList<>();
        for (String l : lines) {
            String[] p = l.split(" ");
            all.add(line(ids.incrementAndGet(), all.size() + 1, p[0], p[1], p[2], currency, LineStatus.DELIVERED));
        }
        Order o = order(ids.incrementAndGet(), "rest", null, 7L, currency, OrderStatus.DELIVERED, all, new BigDecimal(charges));
        orders.put(o.id(), o);
        return o;
    }

    /** What a settlement has ordered is there. */
    Order arrived(long orderId) {
        Order o = orders.get(orderId);
        Order there = order(o.id(), o.channel(), o.externalId(), o.customerId(), o.total().currency().getCurrencyCode(), OrderStatus.DELIVERED,
                o.lines().stream().map(l -> line(l.id(), l.position(), l.sku(), l.quantity().toPlainString(), l.unitPrice().amount().toPlainString(), o.total().currency().getCurrencyCode(),
                        LineStatus.DELIVERED)).toList(), BigDecimal.ZERO);
        orders.put(orderId, there);
        return there;
    }

    /** @param amount null means all that is open */
    Payment paid(Order order, PaymentMethod method, String amount) {
        boolean card = method == PaymentMethod.GATEWAY;
        Payment p = pay.desk.add(ALL, order.id(), new NewPayment(PaymentKind.PART, method, card ? "cards" : null, amount == null ? null : new BigDecimal(amount), null, null), null);
        if (!card) {
            return pay.desk.receive(ALL, p.id(), p.version(), method, null, null, null);
        }
        Payment set = pay.desk.authorise(ALL, p.id(), p.version(), "cards", null);
        return pay.desk.capture(ALL, set.id(), set.version(), null, null);
    }

    /** Asked for and approved. @param lines index of the line and quantity: {@code "0 2"} */
    Return approved(Order order, String... lines) {
        Return r = desk.request(SERVICE, order.id(), wanted(order, lines), null);
        return desk.approve(SERVICE, r.id(), r.version(), null);
    }

    static NewReturn wanted(Order order, String... lines) {
        List<NewLine> all = new ArrayList<>();
        for (String l : lines) {
            String[] p = l.split(" ");
            all.add(new NewLine(order.lines().get(Integer.parseInt(p[0])).id(), new BigDecimal(p[1]), "UNWANTED", null));
        }
        return new NewReturn(ReturnKind.RETURN, null, null, null, all);
    }

    Return received(Return r) {
        return desk.receive(WAREHOUSE, r.id(), r.version(), r.lines().stream().filter(l -> l.outstanding().signum() > 0).map(l -> new Arrival(l.id(), l.outstanding(), ItemCondition.AS_NEW, null)).toList());
    }

    Return inspected(Return r, Disposition disposition) {
        return desk.inspect(WAREHOUSE, r.id(), r.version(), r.lines().stream().flatMap(l -> l.receipts().stream()).filter(t -> t.disposition() == null)
                .map(t -> new Verdict(t.id(), null, disposition, null)).toList());
    }

    /** All that was asked for is here, inspected. */
    Return back(Order order, String... lines) {
        return inspected(received(approved(order, lines)), Disposition.RESTOCK);
    }

    BigDecimal onHand(String sku, long location) {
        return stock.levels(ALL, List.of(sku)).stream().filter(l -> l.locationId() == location).map(l -> l.onHand()).findFirst().orElse(BigDecimal.ZERO);
    }

    BigDecimal refunded(Order order) {
        return pay.payments.position(ALL, order.id()).refunded().amount();
    }

    Set<PaymentState> states(Order order) {
        return pay.payments.position(ALL, order.id()).payments().stream().map(Payment::state).collect(Collectors.toSet());
    }

    static Problem problem(AmphoraException e) {
        return e.problems().get(0);
    }
}
