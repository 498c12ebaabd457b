package io.amphora.fulfilment.core.pick;

import io.amphora.catalog.api.Barcodes;
import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.common.Problems;
import io.amphora.fulfilment.api.PickAction;
import io.amphora.fulfilment.api.PickList;
import io.amphora.fulfilment.api.PickState;
import io.amphora.fulfilment.api.Picking;
import io.amphora.fulfilment.api.PutBack;
import io.amphora.fulfilment.api.Scanned;
import io.amphora.fulfilment.api.Shipments;
import io.amphora.fulfilment.api.ShippingDesk;
import io.amphora.fulfilment.api.ShortRemedy;
import io.amphora.fulfilment.core.ship.Quantities;
import io.amphora.platform.api.Sql;
import io.amphora.platform.api.Tx;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Picking by scan. Each scan is one transaction that changes one item; of two at once the second sees what the first took. */
@Component
public final class PickDesk implements Picking {
    private static final int LISTS = 200;

    private final Tx tx;
    private final Barcodes barcodes;
    private final PickStore store;
    private final PickedLines lines;

    @Activate
    public PickDesk(@Reference(target = "(domain=fulfilment)") Tx tx, @Reference Barcodes barcodes, @Reference PickStore store, @Reference PickedLines lines) {
        this.tx = tx;
        this.barcodes = barcodes;
        this.store = store;
        this.lines = lines;
    }

    @Override
    public List<PickList> open(Actor by, Long locationId) {
        by.require(Shipments.READ);
        return tx.call(em -> Sql.of("select l.* from pick_list l where l.ended = 0").addIf(locationId, " and l.location_id = ?").add(" order by l.id").first(LISTS)
                .entities(em, PickListEntity.class).stream().map(l -> PickStore.whole(em, l)).toList());
    }

    @Override
    public PickList find(Actor by, long id) {
        by.require(Shipments.READ);
        return tx.call(em -> PickStore.whole(em, PickStore.list(em, id)));
    }

    @Override
    public int count(Actor by, int limit) {
        by.require(Shipments.READ);
        return tx.call(em -> Sql.of("select l.id from pick_list l where l.ended = 0").first(limit).values(em).size()
                + Sql.of("select p.id from pick_put_back p where p.ended = 0").first(limit).values(em).size());
    }

    @Override
    public List<PutBack> toPutBack(Actor by, Long locationId) {
        by.require(Shipments.READ);
        return tx.call(em -> Sql.of("select p.* from pick_put_back p where p.ended = 0").addIf(locationId, " and p.location_id = ?").add(" order by p.id").first(LISTS)
                .entities(em, PutBackEntity.class).stream().map(PutBackEntity::toPutBack).toList());
    }

    @Override
    public PutBack putBack(Actor by, long id) {
        by.require(ShippingDesk.FULFIL);
        return tx.callWithRetry(em -> {
            PutBackEntity row = em.find(PutBackEntity.class, id);
            if (row == null) {
                throw new AmphoraException.NotFound("goods to put back", id);
            }
            return isBack(em, by, row);
        });
    }

    private PutBack isBack(EntityManager em, Actor by, PutBackEntity row) {
        if (row.done()) {
            throw new AmphoraException.Refused(Problem.of("", "pick.is-back", "{0} was put back already", row.toPutBack().sku()));
        }
        row.done(by.name(), PickStore.now());
        store.tell("put-back", by, row);
        em.flush();
        return row.toPutBack();
    }

    @Override
    public PutBack putBackScanned(Actor by, String code) {
        by.require(ShippingDesk.FULFIL);
        Problems problems = new Problems();
        String text = problems.text("code", code, 100);
        problems.throwIfAny();
        return tx.callWithRetry(em -> {
            String sku = barcodes.sku(text).orElse(text.strip());
            List<PutBackEntity> same = em.createQuery("select p from PutBackEntity p where p.ended = 0 and lower(p.sku) = :s order by p.id", PutBackEntity.class)
                    .setParameter("s", sku.toLowerCase(Locale.ROOT)).setMaxResults(LISTS).getResultList();
            PutBackEntity row = same.stream().filter(p -> by.name().equals(p.toPutBack().picker())).findFirst().or(() -> same.stream().findFirst())
                    .orElseThrow(() -> new AmphoraException.Refused(Problem.of("code", "pick.nothing-back", "nothing of {0} is to be put back", sku)));
            return isBack(em, by, row);
        });
    }

    @Override
    public List<PutBack> toPutBackOf(Actor by, long orderId) {
        by.require(Shipments.READ);
        return tx.call(em -> Sql.of("select p.* from pick_put_back p where p.ended = 0 and p.order_id = ? order by p.id", orderId).first(LISTS).entities(em, PutBackEntity.class).stream()
                .map(PutBackEntity::toPutBack).toList());
    }

    /** What an action does to a list. */
    private interface Step {
        void on(EntityManager em, PickListEntity list);
    }

    private PickList act(Actor by, long id, long version, PickAction action, String what, Step step) {
        by.require(ShippingDesk.FULFIL);
        return tx.callWithRetry(em -> {
            PickListEntity list = PickStore.list(em, id, version, action);
            step.on(em, list);
            store.publish(what, list, by);
            store.settle(em, list.wave());
            return PickStore.whole(em, list);
        });
    }

    @Override
    public PickList start(Actor by, long id, long version) {
        return act(by, id, version, PickAction.START, "started", (em, list) -> list.started(by.name(), PickStore.now()));
    }

    @Override
    public PickList release(Actor by, long id, long version) {
        return act(by, id, version, PickAction.RELEASE, "released", (em, list) -> list.released());
    }

    @Override
    public PickList cancel(Actor by, long id, long version) {
        return act(by, id, version, PickAction.CANCEL, "cancelled", (em, list) -> {
            store.giveBack(em, by, list);
            list.end(PickState.CANCELLED, PickStore.now());
        });
    }

    @Override
    public Scanned scan(Actor by, long id, String code, BigDecimal quantity) {
        by.require(ShippingDesk.FULFIL);
        Problems problems = new Problems();
        String text = problems.text("code", code, 100);
        if (quantity != null) {
            problems.positive("quantity", quantity, 3);
        }
        problems.throwIfAny();
        return tx.callWithRetry(em -> {
            PickListEntity list = PickStore.list(em, id);
            if (list.state() == PickState.OPEN) {
                list.started(by.name(), PickStore.now());
                store.publish("started", list, by);
            }
            PickStore.allowed(list.number(), list.state(), PickAction.FINISH);
            PickItemEntity item = found(em, list, text);
            BigDecimal taken = quantity == null ? item.open().min(BigDecimal.ONE) : quantity;
            if (taken.compareTo(item.open()) > 0) {
                throw new AmphoraException.Refused(Problem.of("quantity", "pick.too-many", "{0}: {1} scanned, only {2} more for order {3}: put the rest back", item.sku(), Quantities.text(taken),
                        Quantities.text(item.open()), item.orderNumber()));
            }
            item.pick(taken);
            // of two who took the same piece the second must see it before the order is touched
            em.flush();
            store.publish("scanned", list, item, by);
            if (item.done()) {
                lines.complete(em, by, item);
                store.settle(em, by, list);
            }
            em.flush();
            return new Scanned(item.toItem(), PickStore.whole(em, list));
        });
    }

    /** The first of it that is still wanted. @throws AmphoraException.Refused loudly */
    private PickItemEntity found(EntityManager em, PickListEntity list, String code) {
        List<PickItemEntity> items = PickStore.items(em, list.id());
        String sku = barcodes.sku(code).or(() -> items.stream().map(PickItemEntity::sku).filter(s -> s.equalsIgnoreCase(code.strip())).findFirst())
                .orElseThrow(() -> new AmphoraException.Refused(Problem.of("code", "pick.unknown-code", "{0} is no product", code)));
        List<PickItemEntity> same = items.stream().filter(i -> i.sku().equals(sku) && !i.dropped()).toList();
        if (same.isEmpty()) {
            throw new AmphoraException.Refused(Problem.of("code", "pick.wrong-item", "{0} is not on this list: put it back", sku));
        }
        return same.stream().filter(i -> !i.done()).min(Comparator.comparing(PickItemEntity::toItem, PickStore.WAY))
                .orElseThrow(() -> new AmphoraException.Refused(Problem.of("code", "pick.enough", "{0}: all of it is picked already, put it back", sku)));
    }

    @Override
    public PickList missing(Actor by, long id, long itemId, long itemVersion, ShortRemedy remedy, String reason) {
        by.require(ShippingDesk.FULFIL);
        Problems problems = new Problems();
        String why = problems.text("reason", reason, 500);
        problems.check(remedy != null, "remedy", "required", "must not be empty");
        problems.throwIfAny();
        return tx.callWithRetry(em -> {
            PickListEntity list = PickStore.list(em, id);
            PickStore.allowed(list.number(), list.state(), PickAction.FINISH);
            PickItemEntity item = PickStore.items(em, id).stream().filter(i -> i.id() == itemId).findFirst().orElseThrow(() -> new AmphoraException.NotFound("item of the pick list", itemId));
            if (item.version() != itemVersion) {
                throw new AmphoraException.Stale("item of the pick list", item.sku(), itemVersion, item.version());
            }
            if (item.done()) {
                throw new AmphoraException.Refused(Problem.of("", "pick.nothing-missing", "{0}: nothing is missing", item.sku()));
            }
            lines.lacks(em, by, item, remedy, why);
            store.publish("short", list, item, by);
            store.settle(em, by, list);
            return PickStore.whole(em, list);
        });
    }
}
