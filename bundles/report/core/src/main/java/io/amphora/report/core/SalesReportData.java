package io.amphora.report.core;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.order.api.SalesFacts;
import io.amphora.order.api.SalesFacts.Dimension;
import io.amphora.report.api.ReportData;
import java.util.List;

/** What one run may ask, as far as the asking person may see it; nothing any more once its time is over. */
final class SalesReportData implements ReportData {
    private final SalesFacts facts;
    private final Actor by;
    private volatile boolean closed;
    private volatile boolean querying;
    private volatile RuntimeException failure;

    SalesReportData(SalesFacts facts, Actor by) {
        this.facts = facts;
        this.by = by;
    }

    @Override
    public List<Sum> sales(List<By> by, Filter filter, int limit) {
        if (closed) {
            throw new IllegalStateException("the time of this run is over");
        }
        querying = true;
        try {
            List<Dimension> dimensions = by.stream().map(b -> Dimension.valueOf(b.name())).toList();
            return facts.sums(this.by, dimensions, filter(filter), limit).stream()
                    .map(s -> new Sum(s.keys(), s.label(), s.quantity(), s.amount(), s.orders(), s.lines())).toList();
        } catch (RuntimeException e) {
            failure = e;
            throw e;
        } finally {
            querying = false;
        }
    }

    private static SalesFacts.Filter filter(Filter f) {
        return new SalesFacts.Filter(f.from(), f.to(), f.sku(), customer(f.customer()), f.country(), f.channel(), null);
    }

    private static Long customer(String text) {
        try {
            return text == null ? null : Long.valueOf(text);
        } catch (NumberFormatException e) {
            throw new AmphoraException.Invalid(Problem.of("customer", "report.number", "must be a whole number, was {0}", text));
        }
    }

    void close() {
        closed = true;
    }

    boolean querying() {
        return querying;
    }

    /** What the data itself threw: that is not the template's fault. */
    RuntimeException failure() {
        return failure;
    }
}
