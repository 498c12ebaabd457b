package io.amphora.fulfilment.core.pick;

import io.amphora.catalog.api.Product;
import io.amphora.catalog.api.Products;
import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Page;
import io.amphora.common.PageRequest;
import io.amphora.common.Problem;
import io.amphora.common.Problems;
import io.amphora.fulfilment.api.CandidateFilter;
import io.amphora.fulfilment.api.PickAction;
import io.amphora.fulfilment.api.PickCandidate;
import io.amphora.fulfilment.api.PickList;
import io.amphora.fulfilment.api.PickState;
import io.amphora.fulfilment.api.Shipments;
import io.amphora.fulfilment.api.ShippingDesk;
import io.amphora.fulfilment.api.Wave;
import io.amphora.fulfilment.api.WaveKind;
import io.amphora.fulfilment.api.Waves;
import io.amphora.inventory.api.Location;
import io.amphora.inventory.api.Locations;
import io.amphora.inventory.api.Reservations;
import io.amphora.inventory.api.Shelves;
import io.amphora.order.api.LineStatus;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderAction;
import io.amphora.order.api.OrderQueries;
import io.amphora.platform.api.Duplicates;
import io.amphora.platform.api.Sql;
import io.amphora.platform.api.Tx;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Makes waves of orders: what their lines hold in stock, parted into lists. */
@Component
public final class WaveMaker implements Waves {
    /** One thing to take. @param each how much one unit of the line takes, if it is a kit; else null */
    record Task(Order order, Order.Line line, String sku, String name, long locationId, BigDecimal quantity, BigDecimal each) {
    }

    /** What makes a list. */
    private record Key(String order, long locationId, String zone) {
    }

    private final Tx tx;
    private final OrderQueries orders;
    private final Reservations reservations;
    private final Shelves shelves;
    private final Locations locations;
    private final Products products;
    private final PickStore store;
    private final PickCandidates candidates;

    @Activate
    public WaveMaker(@Reference(target = "(domain=fulfilment)") Tx tx, @Reference OrderQueries orders, @Reference Reservations reservations, @Reference Shelves shelves,
                     @Reference Locations locations, @Reference Products products, @Reference PickStore store, @Reference PickCandidates candidates) {
        this.tx = tx;
        this.orders = orders;
        this.reservations = reservations;
        this.shelves = shelves;
        this.locations = locations;
        this.products = products;
        this.store = store;
        this.candidates = candidates;
    }

    @Override
    public List<PickCandidate> candidates(Actor by, CandidateFilter filter, int limit) {
        by.require(Shipments.READ);
        return candidates.find(by, filter, limit);
    }

    @Override
    public Wave make(Actor by, WaveKind kind, List<Long> orderIds, String note) {
        by.require(ShippingDesk.FULFIL);
        Set<Long> ids = new LinkedHashSet<>(orderIds == null ? List.of() : orderIds);
        Problems problems = new Problems();
        problems.check(kind != null, "kind", "required", "must not be empty");
        problems.check(!ids.isEmpty() && ids.size() <= MAX_ORDERS, "orders", "pick.orders", "must be 1 to {0} orders", MAX_ORDERS);
        String text = problems.optionalText("note", note, 500);
        problems.throwIfAny();
        try {
            return make(by, kind, ids, text);
        } catch (RuntimeException e) {
            if (!Duplicates.caused(e)) {
                throw e;
            }
            // somebody else took one of them in the meantime: now that is seen, and said
            return make(by, kind, ids, text);
        }
    }

    private Wave make(Actor by, WaveKind kind, Set<Long> ids, String text) {
        return tx.callWithRetry(em -> {
            List<Task> tasks = tasks(em, by, ids);
            WaveEntity wave = new WaveEntity(kind, ids.size(), text, by.name(), PickStore.now());
            em.persist(wave);
            wave.numbered();
            lists(em, wave, kind, tasks);
            store.settle(em, wave);
            store.publish("made", wave, by);
            em.flush();
            return wave.toWave();
        });
    }

    /** @throws AmphoraException.Refused naming all orders of which nothing can be picked */
    private List<Task> tasks(EntityManager em, Actor by, Set<Long> ids) {
        Map<Long, List<Reservations.Held>> held = reservations.held(ids).stream().collect(Collectors.groupingBy(Reservations.Held::lineId));
        List<PickItemEntity> active = PickStore.active(em, ids);
        Set<Long> planned = active.stream().map(PickItemEntity::lineId).collect(Collectors.toSet());
        List<Problem> problems = new ArrayList<>();
        List<Task> tasks = new ArrayList<>();
        for (long id : ids) {
            Order order = orders.find(by, id);
            List<Order.Line> ready = ready(order).filter(l -> !planned.contains(l.id())).toList();
            if (!order.holding(OrderAction.PICK).isEmpty()) {
                problems.add(Problem.of("orders", "pick.held", "order {0} is on hold: {1}", order.number(), order.holding(OrderAction.PICK)));
            } else if (ready.isEmpty()) {
                problems.add(nothing(em, order, active));
            }
            ready.forEach(l -> tasks.addAll(tasks(order, l, held.getOrDefault(l.id(), List.of()))));
        }
        if (!problems.isEmpty()) {
            throw new AmphoraException.Refused(problems);
        }
        return named(tasks);
    }

    private static Problem nothing(EntityManager em, Order order, List<PickItemEntity> active) {
        String waves = active.stream().filter(i -> i.orderId() == order.id()).map(PickItemEntity::waveId).distinct().sorted().map(w -> em.find(WaveEntity.class, w).toWave().number())
                .collect(Collectors.joining(", "));
        return waves.isEmpty() ? Problem.of("orders", "pick.nothing", "order {0} has nothing that waits to be picked", order.number())
                : Problem.of("orders", "pick.in-wave", "order {0} is in wave {1}", order.number(), waves);
    }

    static Stream<Order.Line> ready(Order order) {
        return order.lines().stream().filter(l -> l.status() == LineStatus.ASSIGNED && !l.backordered());
    }

    /** What no stock is kept of has no claim; it is taken where the order is handled. */
    private static List<Task> tasks(Order order, Order.Line line, List<Reservations.Held> held) {
        if (held.isEmpty()) {
            return List.of(new Task(order, line, line.sku(), line.name(), order.locationId() == null ? 0 : order.locationId(), line.quantity(), null));
        }
        return held.stream().map(h -> new Task(order, line, h.sku(), line.name(), h.locationId(), h.quantity(), h.each())).toList();
    }

    /** Components go by their own names. */
    private List<Task> named(List<Task> tasks) {
        Set<String> parts = tasks.stream().filter(t -> t.each() != null).map(Task::sku).collect(Collectors.toSet());
        Map<String, Product> known = parts.isEmpty() ? Map.of() : products.lookup(parts);
        return tasks.stream().map(t -> known.containsKey(t.sku()) ? new Task(t.order(), t.line(), t.sku(), known.get(t.sku()).name(), t.locationId(), t.quantity(), t.each()) : t).toList();
    }

    private void lists(EntityManager em, WaveEntity wave, WaveKind kind, List<Task> tasks) {
        Map<String, Map<Long, Shelves.Place>> places = shelves.places(tasks.stream().map(Task::sku).collect(Collectors.toSet()));
        Map<Long, String> names = locations.active().stream().collect(Collectors.toMap(Location::id, Location::name));
        Map<Key, List<Task>> parted = new TreeMap<>(Comparator.comparing(Key::locationId).thenComparing(Key::zone, Comparator.nullsLast(PickStore::natural))
                .thenComparing(Key::order, Comparator.nullsFirst(PickStore::natural)));
        for (Task t : tasks) {
            parted.computeIfAbsent(new Key(kind == WaveKind.ORDER ? t.order().number() : null, t.locationId(), kind == WaveKind.ZONE ? place(places, t).zone() : null), k -> new ArrayList<>()).add(t);
        }
        int count = 0;
        for (Map.Entry<Key, List<Task>> e : parted.entrySet()) {
            Key k = e.getKey();
            Set<String> of = e.getValue().stream().map(t -> t.order().number()).collect(Collectors.toCollection(HashSet::new));
            PickListEntity list = new PickListEntity(wave, wave.number() + "-" + ++count, of.size() == 1 ? of.iterator().next() : null, k.locationId(), names.get(k.locationId()), k.zone());
            em.persist(list);
            // its items know it by its id only: the row must be there first
            em.flush();
            e.getValue().forEach(t -> em.persist(new PickItemEntity(list, t, place(places, t))));
        }
    }

    private static Shelves.Place place(Map<String, Map<Long, Shelves.Place>> places, Task t) {
        return places.getOrDefault(t.sku(), Map.of()).getOrDefault(t.locationId(), Shelves.Place.NONE);
    }

    @Override
    public Page<Wave> list(Actor by, boolean open, PageRequest page) {
        by.require(Shipments.READ);
        Long after = page.afterNumber();
        return tx.call(em -> {
            Sql sql = Sql.of("select w.* from pick_wave w").walking(open ? "pick_wave_open" : "pick_wave_newest").add("where w.id < ?", after == null ? Long.MAX_VALUE : after);
            List<WaveEntity> rows = sql.add(open ? " and w.ended = 0" : "").add(" order by w.id desc").first(page.size() + 1).entities(em, WaveEntity.class);
            return Page.of(rows, page.size(), WaveEntity::id).map(WaveEntity::toWave);
        });
    }

    @Override
    public Wave find(Actor by, long id) {
        by.require(Shipments.READ);
        return tx.call(em -> PickStore.wave(em, id).toWave());
    }

    @Override
    public List<PickList> lists(Actor by, long id) {
        by.require(Shipments.READ);
        return tx.call(em -> PickStore.lists(em, PickStore.wave(em, id).id()).stream().map(l -> PickStore.whole(em, l)).toList());
    }

    @Override
    public Wave cancel(Actor by, long id, long version) {
        by.require(ShippingDesk.FULFIL);
        return tx.callWithRetry(em -> {
            WaveEntity wave = PickStore.wave(em, id);
            if (wave.version() != version) {
                throw new AmphoraException.Stale("wave", wave.number(), version, wave.version());
            }
            PickStore.allowed(wave.number(), wave.state(), PickAction.CANCEL);
            for (PickListEntity list : PickStore.lists(em, id)) {
                if (!list.state().isFinal()) {
                    store.giveBack(em, by, list);
                    list.end(PickState.CANCELLED, PickStore.now());
                }
            }
            store.settle(em, wave);
            wave.moveTo(PickState.CANCELLED, PickStore.now());
            store.publish("cancelled", wave, by);
            em.flush();
            return wave.toWave();
        });
    }
}
