package io.amphora.order.core;

import io.amphora.common.Actor;
import io.amphora.customer.api.Address;
import io.amphora.inventory.api.Reservations;
import io.amphora.inventory.api.Shelves;
import io.amphora.inventory.api.Stock;
import io.amphora.order.api.NewOrder;
import io.amphora.order.api.OrderActions;
import io.amphora.order.api.OrderAmendments;
import io.amphora.order.api.OrderApprovals;
import io.amphora.order.api.OrderBackorders;
import io.amphora.order.api.OrderEntry;
import io.amphora.order.api.OrderHolds;
import io.amphora.order.api.OrderPast;
import io.amphora.order.api.OrderQueries;
import io.amphora.order.api.OrderRearrangements;
import io.amphora.order.api.OrderShortages;
import io.amphora.order.api.PlacementHold;
import io.amphora.order.api.ReviewChecks;
import io.amphora.order.core.review.AddressCheck;
import io.amphora.order.core.review.BlacklistCheck;
import io.amphora.order.core.review.CreditCheck;
import io.amphora.order.core.review.CustomerCheck;
import io.amphora.order.core.review.DateCheck;
import io.amphora.order.core.review.DiscountCheck;
import io.amphora.order.core.review.DuplicateCheck;
import io.amphora.order.core.review.MarginCheck;
import io.amphora.order.core.review.OwnCheck;
import io.amphora.order.core.review.PriceCheck;
import io.amphora.order.core.review.QuantityCheck;
import io.amphora.order.core.review.RiskCheck;
import io.amphora.order.core.review.TotalCheck;
import io.amphora.platform.api.Tx;
import io.amphora.platform.test.TestDatabase;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The order domain on a test database. */
final class OrderFixture {
    static final Actor ALL = Actor.system("test");
    /** Enters what somebody else must be able to approve. */
    static final Actor CLERK = Actor.system("clerk");

    final Twins twins = new Twins();
    final Tx tx;
    final OrderEntry entry;
    final OrderActions actions;
    final OrderQueries queries;
    final OrderHolds holds;
    private final BiFunction<Reservations, Shelves, Function<Stock, OrderShortages>> shortages;
    final ReviewBoard board = new ReviewBoard(Duration.ofMillis(500));
    final ReviewChecks checks;
    final OrderStore store;
    final StockOfLines stock;
    final LeadTimes leadTimes;
    final OrderCheck check;
    final PlaceOrder place;
    /** Who says that orders wait from the first moment on; to be added to. */
    final List<PlacementHold> placementHolds = new java.util.ArrayList<>();
    final KeepDraft drafts;
    final SubmitDraft submit;
    final OrderAmendments amendments;
    final OrderRearrangements rearrange;
    final AllocateBackorders allocate;
    final OrderBackorders backorders;
    final OrderPast past;
    final OrderApprovals approvals;
    final OrderClockwork clockwork;

    OrderFixture(TestDatabase db) {
        this(db, null);
    }

    /** @param reservations null for the twin */
    OrderFixture(TestDatabase db, Reservations reservations) {
        tx = db.tx("order");
        // tests place the same again and again
        twins.settings.put(OrderSettings.DUPLICATE_MINUTES, "0");
        store = new OrderStore(db.outbox(), new Traces(tx));
        Holds held = new Holds(store);
        holds = new HoldOrder(tx, store, held);
        PlacementHolds waiting = new PlacementHolds(held, placementHolds);
        OrderSettings settings = new OrderSettings(twins.settings(), new java.util.concurrent.atomic.AtomicLong()::getAndIncrement);
        check = new OrderCheck(twins.products(), twins.customers(), settings);
        leadTimes = new LeadTimes(tx, twins.settings(), new Today(twins.settings(), java.time.Clock.fixed(java.time.Instant.parse("2026-12-01T12:00:00Z"), java.time.ZoneOffset.UTC)));
        BackorderRules backorderRules = new BackorderRules(tx, twins.settings());
        stock = new StockOfLines(reservations == null ? twins.stock : reservations, twins.locations(), backorderRules, leadTimes);
        int ranking = 900;
        for (OwnCheck c : List.of(new CustomerCheck(settings), new AddressCheck(settings), new DateCheck(settings, new Today(twins.settings(), java.time.Clock.systemUTC())), new PriceCheck(settings), new QuantityCheck(settings), new TotalCheck(settings),
                new CreditCheck(settings), new DuplicateCheck(settings), new BlacklistCheck(settings), new RiskCheck(settings), new DiscountCheck(settings), new MarginCheck(settings))) {
            board.bindCheck(c, Map.of("service.ranking", ranking--));
        }
        ApprovalRules approvalRules = new ApprovalRules(tx);
        Reviews reviews = new Reviews(tx, board, settings, new DiscountLimits(settings, new Roles(twins.users())), approvalRules);
        checks = new ReviewChecksService(tx, db.outbox(), board, settings);
        place = new PlaceOrder(tx, store, check, reviews, stock, held, waiting);
        drafts = new KeepDraft(tx, store, check);
        submit = new SubmitDraft(tx, store, check, reviews, place);
        entry = new OrderEntryService(drafts, submit, place, new CopyOrder(tx, store, drafts));
        ActOnOrder act = new ActOnOrder(tx, store, held);
        Roles roles = new Roles(twins.users());
        ApprovalSteps steps = new ApprovalSteps(store, roles);
        ReviewOrder review = new ReviewOrder(tx, act, store, stock, steps);
        shortages = (claims, shelves) -> figures -> new ShortLine(tx, store, stock, claims, shelves, figures, twins.locations(), review);
        actions = new OrderActionsService(act, review, new AssignOrder(act, store, stock, twins.locations()), new FulfilOrder(act, store, stock),
                new SplitLine(tx, store, stock, review), new GoodsBack(act, twins.shelves(), twins.locations()));
        queries = new OrderQueriesService(tx, store);
        ReviewAgain again = new ReviewAgain(store, check, reviews, held, steps);
        amendments = new AmendOrder(tx, store, stock, again);
        SplitLine split = new SplitLine(tx, store, stock, review);
        rearrange = new Rearrange(tx, store, stock, again, review, new PartOrder(tx, store, stock, split, waiting));
        allocate = new AllocateBackorders(tx, store, stock);
        backorders = new BackorderBook(tx, store, backorderRules, allocate, leadTimes);
        past = new LookBack(tx, store);
        approvals = new ApprovalBook(tx, store, approvalRules, steps, roles, new FallingSteps(tx, store, review));
        clockwork = new OrderClockwork(tx, store, allocate, 3600);
    }

    OrderShortages shortages(Reservations claims, Shelves shelves, Stock figures) {
        return shortages.apply(claims, shelves).apply(figures);
    }

    static Builder anOrder() {
        return new Builder();
    }

    /** An ordinary order of Ada, unless told otherwise. */
    static final class Builder {
        private java.time.LocalDate wished;
        private String channel = "rest";
        private String externalId;
        private Long customer = 1L;
        private String reference;
        private String currency = "EUR";
        private Address shipTo;
        private NewOrder.Delivery delivery;
        private final List<NewOrder.Line> lines = new ArrayList<>();

        Builder with(String sku, String quantity, String price) {
            lines.add(new NewOrder.Line(sku, quantity == null ? null : new BigDecimal(quantity), price == null ? null : new BigDecimal(price)));
            return this;
        }

        Builder with(String sku, String quantity) {
            return with(sku, quantity, null);
        }

        Builder channel(String c) {
            channel = c;
            return this;
        }

        Builder externalId(String e) {
            externalId = e;
            return this;
        }

        Builder customer(Long c) {
            customer = c;
            return this;
        }

        Builder reference(String r) {
            reference = r;
            return this;
        }

        Builder currency(String c) {
            currency = c;
            return this;
        }

        Builder shipTo(Address a) {
            shipTo = a;
            return this;
        }

        Builder delivery(boolean complete, Boolean backorders, int priority) {
            delivery = new NewOrder.Delivery(complete, backorders, priority);
            return this;
        }

        Builder wished(java.time.LocalDate day) {
            wished = day;
            return this;
        }

        NewOrder build() {
            return new NewOrder(channel, externalId, customer, reference, currency, shipTo, wished, null, lines, delivery);
        }
    }
}
