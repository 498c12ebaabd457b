package io.amphora.order.core;

import io.amphora.platform.test.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** What begins and accompanies orders, with a day that tests set. */
final class EntryFixture {
    static final LocalDate DAY = LocalDate.of(2026, 5, 4);

    final OrderFixture orders;
    final Today today;
    final QuotationsService quotations;
    final PromiseOrder dates;
    final TemplatesService templates;
    final RunPlans runs;
    final PlansService plans;
    final AttachmentsService attachments;
    private LocalDate day = DAY;

    EntryFixture(TestDatabase db) {
        this(new OrderFixture(db));
    }

    EntryFixture(OrderFixture orders) {
        this.orders = orders;
        today = new Today(orders.twins.settings(), new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Instant instant() {
                return day.atTime(12, 0).toInstant(ZoneOffset.UTC);
            }
        });
        quotations = new QuotationsService(orders.tx, orders.store, orders.check, orders.submit, orders.twins.settings(), today);
        dates = new PromiseOrder(orders.tx, orders.store, today);
        templates = new TemplatesService(orders.tx, orders.store, orders.check, orders.drafts);
        runs = new RunPlans(orders.tx, orders.store, orders.place, templates, today, 3600);
        plans = new PlansService(orders.tx, orders.store, orders.twins.customers(), templates, runs, today);
        attachments = new AttachmentsService(orders.tx, orders.store, orders.twins.settings());
    }

    void dayIs(LocalDate now) {
        day = now;
    }
}
