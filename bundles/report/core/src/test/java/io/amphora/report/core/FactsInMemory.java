package io.amphora.report.core;

import io.amphora.common.Actor;
import io.amphora.order.api.SalesFacts;
import io.amphora.report.api.ReportData;
import io.amphora.report.test.SalesInMemory;
import java.util.List;

/** {@link SalesFacts} over sales in memory, with the permission check of the real one. */
final class FactsInMemory implements SalesFacts {
    private final SalesInMemory sales = SalesInMemory.sample();

    @Override
    public List<Sum> sums(Actor actor, List<Dimension> by, Filter filter, int limit) {
        actor.require("report.read");
        var data = new ReportData.Filter(filter.from(), filter.to(), filter.sku(), filter.customerId() == null ? null : filter.customerId().toString(), filter.country(),
                filter.channel());
        return sales.sales(by.stream().map(d -> ReportData.By.valueOf(d.name())).toList(), data, limit).stream()
                .map(s -> new Sum(s.keys(), s.label(), s.quantity(), s.amount(), s.orders(), s.lines())).toList();
    }
}
