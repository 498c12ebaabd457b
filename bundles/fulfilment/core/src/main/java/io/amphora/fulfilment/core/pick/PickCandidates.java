package io.amphora.fulfilment.core.pick;

import io.amphora.common.Actor;
import io.amphora.common.Page;
import io.amphora.common.PageRequest;
import io.amphora.fulfilment.api.CandidateFilter;
import io.amphora.fulfilment.api.PickCandidate;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderAction;
import io.amphora.order.api.OrderFilter;
import io.amphora.order.api.OrderQueries;
import io.amphora.order.api.OrderRow;
import io.amphora.order.api.OrderStatus;
import io.amphora.platform.api.Tx;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Finds the orders that wait to be picked. */
@Component(service = PickCandidates.class)
public final class PickCandidates {
    /** So many orders are looked at, at most: the newest; whoever has more waiting filters. */
    private static final int PAGES = 4;
    /** So many are read whole, at most: those promised first. */
    private static final int READ = 200;

    private final Tx tx;
    private final OrderQueries orders;

    @Activate
    public PickCandidates(@Reference(target = "(domain=fulfilment)") Tx tx, @Reference OrderQueries orders) {
        this.tx = tx;
        this.orders = orders;
    }

    List<PickCandidate> find(Actor by, CandidateFilter filter, int limit) {
        List<OrderRow> rows = rows(by, filter).stream().sorted(Comparator.comparing(OrderRow::due, Comparator.nullsLast(Comparator.naturalOrder())).thenComparing(OrderRow::at)).limit(READ).toList();
        Set<Long> ids = rows.stream().map(OrderRow::id).collect(Collectors.toSet());
        Set<Long> planned = tx.call(em -> PickStore.active(em, ids).stream().map(PickItemEntity::lineId).collect(Collectors.toSet()));
        return rows.stream().map(r -> candidate(orders.find(by, r.id()), r.due(), planned)).filter(c -> c.lines() > 0)
                .filter(c -> filter.minPriority() == null || c.priority() >= filter.minPriority())
                .sorted(Comparator.comparing(PickCandidate::priority).reversed().thenComparing(PickCandidate::promised, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(PickCandidate::placedAt)).limit(limit).toList();
    }

    private List<OrderRow> rows(Actor by, CandidateFilter f) {
        OrderFilter filter = new OrderFilter(null, Set.of(OrderStatus.ASSIGNED, OrderStatus.PARTIALLY_SHIPPED), f.channel(), null, null, null, null, f.locationId(), false, null, null,
                f.promisedBy() == null ? null : f.promisedBy().plusDays(1));
        List<OrderRow> all = new ArrayList<>();
        PageRequest next = PageRequest.first(PageRequest.MAX);
        for (int i = 0; i < PAGES && next != null; i++) {
            Page<OrderRow> page = orders.list(by, filter, next);
            all.addAll(page.items());
            next = page.next() == null ? null : new PageRequest(page.next(), PageRequest.MAX);
        }
        return all;
    }

    private static PickCandidate candidate(Order o, LocalDate due, Set<Long> planned) {
        int lines = (int) WaveMaker.ready(o).filter(l -> !planned.contains(l.id())).count();
        return new PickCandidate(o.id(), o.number(), o.customerName(), o.channel(), o.placedAt(), due, o.terms().priority(), o.locationId(), lines, !o.holding(OrderAction.PICK).isEmpty());
    }
}
