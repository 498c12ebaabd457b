package io.amphora.order.core;

import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.inventory.api.Location;
import io.amphora.inventory.api.Locations;
import io.amphora.inventory.api.Reservations;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The claims that the lines of an order have on stock. */
@Component(service = StockOfLines.class)
public final class StockOfLines {
    private static final Pattern LINE = Pattern.compile("lines\\[([0-9]{1,6})](.*)");

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
        if (stocked.stream().anyMatch(l -> rules.mayWait(order, l.sku()))) {
            reserveWhatThereIs(order, lines, stocked, preferred);
            return;
        }
        List<Reservations.Wanted> wanted = stocked.stream().map(OrderLineEntity::wanted).toList();
        try {
            Map<Long, Long> taken = reservations.reserve(order.id(), wanted, preferred);
            stocked.forEach(l -> l.locate(taken.get(l.id())));
        } catch (AmphoraException.Refused e) {
            throw new AmphoraException.Refused(e.problems().stream().map(p -> asInOrder(p, lines, stocked)).toList());
        }
    }

    /** Lines that may wait do so, wholly or in part; the others are short as ever. */
    private void reserveWhatThereIs(OrderEntity order, List<OrderLineEntity> all, List<OrderLineEntity> stocked, Long preferred) {
        List<OrderLineEntity> counted = List.copyOf(all);
        Map<Long, Reservations.Taken> taken = reservations.reserveAvailable(order.id(), stocked.stream().map(OrderLineEntity::wanted).toList(), preferred)
                .stream().collect(Collectors.toMap(Reservations.Taken::lineId, t -> t));
        List<Problem> problems = new ArrayList<>();
        for (OrderLineEntity line : stocked) {
            Reservations.Taken got = taken.get(line.id());
            BigDecimal quantity = got == null ? BigDecimal.ZERO : got.quantity();
            if (quantity.compareTo(line.quantity()) < 0 && !rules.mayWait(order, line.sku())) {
                problems.add(Problem.of("lines[" + counted.indexOf(line) + "].quantity", "stock.short", "{0}: {1} wanted, {2} available", line.sku(),
                        Numbers.quantity(line.quantity()).toPlainString(), Numbers.quantity(quantity).toPlainString()));
            } else {
                give(order, line, got);
            }
        }
        if (!problems.isEmpty()) {
            throw new AmphoraException.Refused(problems);
        }
        order.touched(OrderStore.now());
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

    /** Inventory counts only the lines it was given. */
    private static Problem asInOrder(Problem p, List<OrderLineEntity> all, List<OrderLineEntity> given) {
        Matcher m = LINE.matcher(p.field());
        if (!m.matches() || Integer.parseInt(m.group(1)) >= given.size()) {
            return p;
        }
        int position = all.indexOf(given.get(Integer.parseInt(m.group(1))));
        return new Problem("lines[" + position + "]" + m.group(2), p.code(), p.pattern(), p.args());
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
