package io.amphora.order.core;

import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.inventory.api.Location;
import io.amphora.inventory.api.Locations;
import io.amphora.inventory.api.Reservations;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The claims that the lines of an order have on stock. */
@Component(service = StockOfLines.class)
public final class StockOfLines {
    private static final Pattern LINE = Pattern.compile("lines\\[([0-9]{1,6})](.*)");

    private final Reservations reservations;
    private final Locations locations;

    @Activate
    public StockOfLines(@Reference Reservations reservations, @Reference Locations locations) {
        this.reservations = reservations;
        this.locations = locations;
    }

    /** Notes where the stock will most likely come from, so that the lines need not be written a second time. */
    void expect(OrderEntity order) {
        List<Location> active = locations.active();
        Long first = active.isEmpty() ? null : active.get(0).id();
        order.lines().stream().filter(OrderLineEntity::stocked).forEach(l -> l.locate(first));
    }

    /** @throws io.amphora.common.AmphoraException.Refused naming all lines that are short */
    void reserve(OrderEntity order) {
        List<OrderLineEntity> stocked = order.lines().stream().filter(OrderLineEntity::stocked).toList();
        if (stocked.isEmpty()) {
            return;
        }
        List<Reservations.Wanted> wanted = stocked.stream().map(OrderLineEntity::wanted).toList();
        try {
            Map<Long, Long> taken = reservations.reserve(order.id(), wanted, null);
            stocked.forEach(l -> l.locate(taken.get(l.id())));
        } catch (AmphoraException.Refused e) {
            throw new AmphoraException.Refused(e.problems().stream().map(p -> asInOrder(p, order.lines(), stocked)).toList());
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
