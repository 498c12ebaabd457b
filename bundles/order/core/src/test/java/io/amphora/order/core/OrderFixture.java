package io.amphora.order.core;

import io.amphora.common.Actor;
import io.amphora.customer.api.Address;
import io.amphora.order.api.NewOrder;
import io.amphora.order.api.OrderActions;
import io.amphora.order.api.OrderEntry;
import io.amphora.order.api.OrderQueries;
import io.amphora.inventory.api.Reservations;
import io.amphora.platform.api.Tx;
import io.amphora.platform.test.TestDatabase;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The order domain on a test database. */
final class OrderFixture {
    static final Actor ALL = Actor.system("test");

    final Twins twins = new Twins();
    final Tx tx;
    final OrderEntry entry;
    final OrderActions actions;
    final OrderQueries queries;

    OrderFixture(TestDatabase db) {
        this(db, null);
    }

    /** @param reservations null for the twin */
    OrderFixture(TestDatabase db, Reservations reservations) {
        tx = db.tx("order");
        OrderStore store = new OrderStore(db.outbox());
        OrderSettings settings = new OrderSettings(twins.settings(), new java.util.concurrent.atomic.AtomicLong()::getAndIncrement);
        OrderCheck check = new OrderCheck(twins.products(), twins.customers(), settings);
        StockOfLines stock = new StockOfLines(reservations == null ? twins.stock : reservations, twins.locations());
        PlaceOrder place = new PlaceOrder(tx, store, check, settings, stock);
        entry = new OrderEntryService(new KeepDraft(tx, store, check), new SubmitDraft(tx, store, check, settings, place), place);
        ActOnOrder act = new ActOnOrder(tx, store);
        actions = new OrderActionsService(act, new ReviewOrder(act, store, stock), new AssignOrder(act, store, stock, twins.locations()), new FulfilOrder(act, store, stock));
        queries = new OrderQueriesService(tx, store);
    }

    static Builder anOrder() {
        return new Builder();
    }

    /** An ordinary order of Ada, unless told otherwise. */
    static final class Builder {
        private String channel = "rest";
        private String externalId;
        private Long customer = 1L;
        private String reference;
        private String currency = "EUR";
        private Address shipTo;
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

        NewOrder build() {
            return new NewOrder(channel, externalId, customer, reference, currency, shipTo, null, null, lines);
        }
    }
}
