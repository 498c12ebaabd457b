package io.amphora.inventory.console;

import io.amphora.common.Actor;
import io.amphora.common.PageRequest;
import io.amphora.common.Problems;
import io.amphora.inventory.api.Location;
import io.amphora.inventory.api.Locations;
import io.amphora.inventory.api.Movement;
import io.amphora.inventory.api.Stock;
import io.amphora.inventory.api.StockFilter;
import io.amphora.inventory.api.StockLevel;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** One level of 10 cups at one of two locations; notes what was asked of it. */
final class FakeStock implements Stock, Locations {
    final List<String> done = new ArrayList<>();
    final Location main = new Location(1, "MAIN", "Main warehouse", null, 10, true, 1);
    final Location east = new Location(2, "EAST", "East hub", "Poland", 20, true, 1);
    final StockLevel level = new StockLevel(7, "CUP-1", 1, new BigDecimal("10.0000"), new BigDecimal("4.0000"), BigDecimal.ZERO, 3);

    @Override
    public StockLevel receive(Actor by, String sku, long locationId, BigDecimal quantity, String reference) {
        Problems problems = new Problems();
        problems.text("sku", sku, 40);
        problems.positive("quantity", quantity, 3);
        problems.throwIfAny();
        done.add("receive " + sku + " " + locationId + " " + quantity);
        return level;
    }

    @Override
    public StockLevel adjust(Actor by, String sku, long locationId, long version, BigDecimal counted, String reason) {
        done.add("count " + sku + " " + locationId + " v" + version + " " + counted + " " + reason);
        return level;
    }

    @Override
    public StockLevel adjustReserved(Actor by, String sku, long locationId, long version, BigDecimal counted, String reason) {
        done.add("give way " + sku + " " + counted);
        return level;
    }

    @Override
    public void transfer(Actor by, String sku, long fromLocationId, long toLocationId, BigDecimal quantity, String reason) {
        done.add("transfer " + sku + " " + fromLocationId + ">" + toLocationId + " " + quantity);
    }

    @Override
    public StockLevel setSafety(Actor by, long id, long version, BigDecimal safety) {
        done.add("safety " + id + " v" + version + " " + safety);
        return level;
    }

    @Override
    public int countAll(Actor by, List<Counted> rows, String reason) {
        throw new UnsupportedOperationException();
    }

    @Override
    public io.amphora.common.Page<StockLevel> list(Actor by, StockFilter filter, PageRequest page) {
        return new io.amphora.common.Page<>(Boolean.TRUE.equals(filter.low()) ? List.of() : List.of(level), null);
    }

    @Override
    public List<StockLevel> levels(Actor by, Collection<String> skus) {
        return skus.contains(level.sku()) ? List.of(level) : List.of();
    }

    @Override
    public io.amphora.common.Page<Movement> movements(Actor by, String sku, Long locationId, PageRequest page) {
        return new io.amphora.common.Page<>(List.of(new Movement(1, Instant.EPOCH, "wang", "CUP-1", 1, Movement.Kind.RECEIVE, BigDecimal.TEN, BigDecimal.TEN, null, "note")), null);
    }

    @Override
    public Map<String, Map<Long, BigDecimal>> available(Collection<String> skus) {
        return Map.of();
    }

    @Override
    public int countLow(int limit) {
        return 3;
    }

    @Override
    public List<String> verify(Actor by) {
        done.add("verify");
        return List.of();
    }

    @Override
    public Location create(Actor by, String code, String name, String region, int priority) {
        done.add("create " + code + " " + name + " " + priority);
        return main;
    }

    @Override
    public Location change(Actor by, long id, long version, String name, String region, int priority, boolean active) {
        done.add("change " + id + " " + name);
        return main;
    }

    @Override
    public List<Location> list(Actor by) {
        return List.of(main, east);
    }

    @Override
    public List<Location> active() {
        return list((Actor) null);
    }

    @Override
    public Location quarantine() {
        throw new UnsupportedOperationException();
    }
}
