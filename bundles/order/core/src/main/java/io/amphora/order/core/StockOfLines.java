package io.amphora.order.core;

import io.amphora.inventory.api.Location;
import io.amphora.inventory.api.Locations;
import io.amphora.inventory.api.Reservations;
import io.amphora.inventory.api.StockRehearsal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The claims that the lines of an order have on stock. */
@Component(service = StockOfLines.class)
public final class StockOfLines {
    private final Reservations reservations;
    private final Locations locations;
    private final BackorderRules rules;
    private final LeadTimes leadTimes;

    @Activate
    public StockOfLines(@Reference Reservations reservations, @Reference Locations locations, @Reference BackorderRules rules, @Reference LeadTimes leadTimes) {
        this.reservations = reservations;
        this.locations = locations;
        this.rules = rules;
        this.leadTimes = leadTimes;
    }

    /** Notes where the stock will most likely come from, so that the lines need not be written a second time. */
    void expect(OrderEntity order) {
        List<Location> active = locations.active();
        Long first = active.isEmpty() ? null : active.get(0).id();
        order.lines().stream().filter(OrderLineEntity::stocked).forEach(l -> l.locate(first));
    }

    /** @throws io.amphora.common.AmphoraException.Refused naming all lines that are short */
    void reserve(OrderEntity order) {
        reserve(order, order.lines(), null);
    }

    /** @param lines those that are to hold stock, in the order in which problems count them */
    void reserve(OrderEntity order, List<OrderLineEntity> lines, Long preferred) {
        List<OrderLineEntity> stocked = lines.stream().filter(OrderLineEntity::stocked).toList();
        if (stocked.isEmpty()) {
            return;
        }
        List<StockClaims.Asked> asked = asked(order, lines);
        StockClaims.Source source = new Claiming(order.id(), preferred);
        if (StockClaims.anyMayWait(asked)) {
            Map<Long, Reservations.Taken> taken = StockClaims.available(asked, source);
            stocked.forEach(l -> give(order, l, taken.get(l.id())));
            order.touched(OrderStore.now());
        } else {
            Map<Long, Long> taken = StockClaims.whole(asked, source);
            stocked.forEach(l -> l.locate(taken.get(l.id())));
        }
    }

    private List<StockClaims.Asked> asked(OrderEntity order, List<OrderLineEntity> lines) {
        List<StockClaims.Asked> asked = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            OrderLineEntity l = lines.get(i);
            if (l.stocked()) {
                asked.add(new StockClaims.Asked(i, l.wanted(), rules.mayWait(order.delivery(), l.sku())));
            }
        }
        return asked;
    }

    /** Real stock, for an order. */
    private final class Claiming implements StockClaims.Source {
        private final long order;
        private final Long preferred;

        Claiming(long order, Long preferred) {
            this.order = order;
            this.preferred = preferred;
        }

        @Override
        public Map<Long, Long> whole(List<Reservations.Wanted> wanted) {
            return reservations.reserve(order, wanted, preferred);
        }

        @Override
        public List<Reservations.Taken> available(List<Reservations.Wanted> wanted) {
            return reservations.reserveAvailable(order, wanted, preferred);
        }
    }

    StockRehearsal rehearse() {
        return reservations.rehearse();
    }

    /** What {@link #reserve} would do for an order like this. @throws io.amphora.common.AmphoraException.Refused naming all lines that are short */
    void rehearse(CheckedOrder order, StockRehearsal stock) {
        List<StockClaims.Asked> asked = new ArrayList<>();
        for (int i = 0; i < order.lines().size(); i++) {
            CheckedLine l = order.lines().get(i);
            if (l.stocked()) {
                List<Reservations.Part> parts = l.money().parts().stream().map(p -> new Reservations.Part(p.sku(), p.quantity())).toList();
                asked.add(new StockClaims.Asked(i, new Reservations.Wanted(i, l.sku(), l.quantity(), parts), rules.mayWait(order.delivery(), l.sku())));
            }
        }
        StockClaims.Source source = new Rehearsing(stock);
        if (StockClaims.anyMayWait(asked)) {
            StockClaims.available(asked, source);
        } else if (!asked.isEmpty()) {
            StockClaims.whole(asked, source);
        }
    }

    /** Stock that is only counted down. */
    private record Rehearsing(StockRehearsal stock) implements StockClaims.Source {
        @Override
        public Map<Long, Long> whole(List<Reservations.Wanted> wanted) {
            return stock.reserve(wanted, null);
        }

        @Override
        public List<Reservations.Taken> available(List<Reservations.Wanted> wanted) {
            return stock.reserveAvailable(wanted, null);
        }
    }

    /** What is missing becomes a line of its own that waits. */
    void give(OrderEntity order, OrderLineEntity line, Reservations.Taken got) {
        if (got == null) {
            waits(order, line);
            return;
        }
        if (got.quantity().compareTo(line.quantity()) < 0) {
            waits(order, order.split(line, line.quantity().subtract(got.quantity())));
        }
        line.allocated(got.locationId());
    }

    /** From now on it waits for stock; the customer is promised when that may be there. */
    void waits(OrderEntity order, OrderLineEntity line) {
        if (!line.backordered()) {
            leadTimes.promise(order, line);
        }
        line.waits();
    }

    /** As much as there is now, for a line that waits. @return null if there is none */
    Reservations.Taken allocate(OrderEntity order, OrderLineEntity line) {
        return reservations.reserveUndisputed(order.id(), List.of(line.wanted()), order.locationId()).stream().findFirst().orElse(null);
    }

    /** What the lines hold belongs to another order. */
    void transfer(OrderEntity from, List<OrderLineEntity> lines, OrderEntity to) {
        List<Long> ids = holding(lines);
        if (!ids.isEmpty()) {
            reservations.transfer(from.id(), ids, to.id());
        }
    }

    void release(OrderEntity order, List<OrderLineEntity> lines) {
        List<Long> ids = holding(lines);
        if (!ids.isEmpty()) {
            reservations.release(order.id(), ids);
            lines.forEach(l -> l.locate(null));
        }
    }

    /** What the line holds is parted with it. */
    void split(OrderEntity order, OrderLineEntity line, OrderLineEntity part) {
        if (!holding(List.of(line)).isEmpty()) {
            reservations.split(order.id(), line.id(), part.id(), part.quantity());
        }
    }

    void move(OrderEntity order, List<OrderLineEntity> lines, long location) {
        List<Long> ids = holding(lines);
        if (!ids.isEmpty()) {
            reservations.move(order.id(), ids, location);
        }
    }

    void consume(OrderEntity order, List<OrderLineEntity> lines, String who) {
        List<Long> ids = holding(lines);
        if (!ids.isEmpty()) {
            reservations.consume(order.id(), ids, who);
        }
    }

    private static List<Long> holding(List<OrderLineEntity> lines) {
        return lines.stream().filter(l -> l.stocked() && l.locationId() != null).map(OrderLineEntity::id).toList();
    }
}
