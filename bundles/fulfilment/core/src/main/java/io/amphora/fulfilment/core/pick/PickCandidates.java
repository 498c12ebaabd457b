package io.amphora.fulfilment.core.pick;

import io.amphora.common.Actor;
import io.amphora.fulfilment.api.CandidateFilter;
import io.amphora.fulfilment.api.PickCandidate;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderAction;
import io.amphora.order.api.OrderFilter;
import io.amphora.order.api.OrderQueries;
import io.amphora.order.api.OrderRow;
import io.amphora.platform.api.Tx;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Finds the orders that wait to be picked. */
@Component(service = PickCandidates.class)
public final class PickCandidates {
    /** So many are looked at with one query. */
    private static final int PAGE = 200;

    private final Tx tx;
    private final OrderQueries orders;

    @Activate
    public PickCandidates(@Reference(target = "(domain=fulfilment)") Tx tx, @Reference OrderQueries orders) {
        this.tx = tx;
        this.orders = orders;
    }

    List<PickCandidate> find(Actor by, CandidateFilter f, int limit) {
        OrderFilter filter = new OrderFilter(null, Set.of(), f.channel(), null, null, null, null, f.locationId(), false, null, null, f.promisedBy() == null ? null : f.promisedBy().plusDays(1));
        List<PickCandidate> found = new ArrayList<>();
        List<OrderRow> page;
        for (int skip = 0; found.size() < limit; skip += page.size()) {
            page = orders.toPick(by, filter, f.minPriority(), skip, PAGE);
            found.addAll(among(by, page, limit - found.size()));
            if (page.size() < PAGE) {
                break;
            }
        }
        return found;
    }

    private List<PickCandidate> among(Actor by, List<OrderRow> rows, int limit) {
        Set<Long> ids = rows.stream().map(OrderRow::id).collect(Collectors.toSet());
        Map<Long, Set<Long>> planned = tx.call(em -> PickStore.active(em, ids).stream().collect(Collectors.groupingBy(PickItemEntity::orderId, Collectors.mapping(PickItemEntity::lineId, Collectors.toSet()))));
        // those that are wholly on lists need not be read
        return rows.stream().filter(r -> planned.getOrDefault(r.id(), Set.of()).size() < r.lines()).map(r -> candidate(orders.find(by, r.id()), r.due(), planned.getOrDefault(r.id(), Set.of())))
                .filter(c -> c.lines() > 0).limit(limit).toList();
    }

    private static PickCandidate candidate(Order o, LocalDate due, Set<Long> planned) {
        int lines = (int) WaveMaker.ready(o).filter(l -> !planned.contains(l.id())).count();
        return new PickCandidate(o.id(), o.number(), o.customerName(), o.channel(), o.placedAt(), due, o.terms().priority(), o.locationId(), lines, !o.holding(OrderAction.PICK).isEmpty());
    }
}
