package io.amphora.fulfilment.core.pick;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.fulfilment.api.PickAction;
import io.amphora.fulfilment.api.PickItem;
import io.amphora.fulfilment.api.PickList;
import io.amphora.fulfilment.api.PickState;
import io.amphora.fulfilment.api.PutBack;
import io.amphora.platform.api.Outbox;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Waves and pick lists in the database. */
@Component(service = PickStore.class)
public final class PickStore {
    private static final Pattern PART = Pattern.compile("[0-9]+|[^0-9]+");
    /** The way through the house: numbers in names of bins count as numbers, what lies nowhere in particular comes last. */
    static final Comparator<PickItem> WAY = Comparator.comparing(PickItem::zone, Comparator.nullsLast(PickStore::natural)).thenComparing(PickItem::bin, Comparator.nullsLast(PickStore::natural))
            .thenComparing(PickItem::sku).thenComparing(PickItem::orderNumber, PickStore::natural).thenComparing(PickItem::id);

    private final Outbox outbox;

    @Activate
    public PickStore(@Reference Outbox outbox) {
        this.outbox = outbox;
    }

    static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    /** A-2 before A-10. */
    static int natural(String a, String b) {
        Matcher x = PART.matcher(a);
        Matcher y = PART.matcher(b);
        while (x.find()) {
            if (!y.find()) {
                return 1;
            }
            boolean numbers = Character.isDigit(x.group().charAt(0)) && Character.isDigit(y.group().charAt(0));
            int compared = numbers ? new BigInteger(x.group()).compareTo(new BigInteger(y.group())) : x.group().compareToIgnoreCase(y.group());
            if (compared != 0) {
                return compared;
            }
        }
        return y.find() ? -1 : a.compareTo(b);
    }

    static WaveEntity wave(EntityManager em, long id) {
        return em.createQuery("select w from WaveEntity w where w.id = :i", WaveEntity.class).setParameter("i", id).getResultStream().findFirst()
                .orElseThrow(() -> new AmphoraException.NotFound("wave", id));
    }

    static PickListEntity list(EntityManager em, long id) {
        return em.createQuery("select l from PickListEntity l where l.id = :i", PickListEntity.class).setParameter("i", id).getResultStream().findFirst()
                .orElseThrow(() -> new AmphoraException.NotFound("pick list", id));
    }

    /** As the caller saw it, and so that the action is possible. */
    static PickListEntity list(EntityManager em, long id, long version, PickAction action) {
        PickListEntity list = list(em, id);
        if (list.version() != version) {
            throw new AmphoraException.Stale("pick list", list.number(), version, list.version());
        }
        allowed(list.number(), list.state(), action);
        return list;
    }

    static void allowed(String number, PickState state, PickAction action) {
        if (!action.appliesTo(state)) {
            throw new AmphoraException.Refused(Problem.of("", "pick.illegal", "{0} is not possible: {1} is {2}; possible now: {3}", action, number, state,
                    PickAction.nextOf(state).stream().filter(a -> a != PickAction.FINISH).toList()));
        }
    }

    static List<PickListEntity> lists(EntityManager em, long waveId) {
        return em.createQuery("select l from PickListEntity l where l.wave.id = :w order by l.id", PickListEntity.class).setParameter("w", waveId).getResultList();
    }

    static List<PickItemEntity> items(EntityManager em, long listId) {
        return em.createQuery("select i from PickItemEntity i where i.listId = :l", PickItemEntity.class).setParameter("l", listId).getResultList();
    }

    /** Of a line, on all lists of a wave, as far as they are still to be picked or are. */
    static List<PickItemEntity> ofLine(EntityManager em, PickItemEntity item) {
        return em.createQuery("select i from PickItemEntity i where i.lineId = :l and i.waveId = :w", PickItemEntity.class).setParameter("l", item.lineId()).setParameter("w", item.waveId())
                .getResultStream().filter(i -> !i.dropped()).toList();
    }

    /** On any list, to be picked or picked, and not free. */
    static List<PickItemEntity> active(EntityManager em, Collection<Long> orderIds) {
        return orderIds.isEmpty() ? List.of() : em.createQuery("select i from PickItemEntity i where i.orderId in :o and i.activeKey is not null", PickItemEntity.class)
                .setParameter("o", orderIds).getResultList();
    }

    static PickList whole(EntityManager em, PickListEntity list) {
        return list.toList(items(em, list.id()).stream().map(PickItemEntity::toItem).sorted(WAY).toList());
    }

    /** Of what was taken only so much is wanted any more: the rest goes back to its shelf. To be called before the item learns of it. */
    void putBack(EntityManager em, Actor by, PickItemEntity item, BigDecimal keeps) {
        BigDecimal back = item.picked().subtract(keeps.max(BigDecimal.ZERO));
        if (back.signum() > 0) {
            PickListEntity list = list(em, item.listId());
            PutBackEntity row = new PutBackEntity(list, item, back, now());
            em.persist(row);
            tell("to-put-back", by, row);
        }
    }

    void tell(String what, Actor by, PutBackEntity row) {
        PutBack p = row.toPutBack();
        outbox.add("pick." + what, Long.toString(row.listId()), event(by).put("number", p.listNumber()).put("order", p.orderId()).put("orderNumber", p.orderNumber()).put("sku", p.sku())
                .put("quantity", p.quantity().toPlainString()).toString());
    }

    /** A list is given up: lines that are not wholly picked may be planned anew, also what other lists of the wave have of them. */
    void giveBack(EntityManager em, Actor by, PickListEntity list) {
        for (PickItemEntity undone : items(em, list.id()).stream().filter(i -> !i.done()).toList()) {
            for (PickItemEntity i : ofLine(em, undone)) {
                putBack(em, by, i, BigDecimal.ZERO);
                if (i.done() || i.listId() == list.id()) {
                    i.free();
                } else {
                    i.drop();
                    settle(em, Actor.system("picking"), list(em, i.listId()));
                }
            }
        }
    }

    /** All of a list is picked or need not be: it ends, and with the last list the wave. */
    void settle(EntityManager em, Actor by, PickListEntity list) {
        em.flush();
        if (!list.state().isFinal() && items(em, list.id()).stream().allMatch(PickItemEntity::done)) {
            list.end(PickState.PICKED, now());
            publish("finished", list, by);
        }
        settle(em, list.wave());
    }

    void settle(EntityManager em, WaveEntity wave) {
        em.flush();
        List<PickListEntity> lists = lists(em, wave.id());
        List<PickItemEntity> items = lists.stream().flatMap(l -> items(em, l.id()).stream()).toList();
        wave.counts(lists.size(), items.size(), (int) items.stream().filter(PickItemEntity::done).count());
        PickState next = lists.stream().allMatch(l -> l.state().isFinal()) ? lists.stream().anyMatch(l -> l.state() == PickState.PICKED) ? PickState.PICKED : PickState.CANCELLED
                : lists.stream().anyMatch(l -> l.state() != PickState.OPEN) ? PickState.PICKING : PickState.OPEN;
        if (next != wave.state()) {
            wave.moveTo(next, now());
        }
        em.flush();
    }

    void publish(String what, PickListEntity list, Actor by) {
        outbox.add("pick." + what, Long.toString(list.id()), event(by).put("number", list.number()).put("wave", list.wave().id()).put("state", list.state().name()).toString());
    }

    void publish(String what, WaveEntity wave, Actor by) {
        outbox.add("pick.wave-" + what, Long.toString(wave.id()), event(by).put("number", wave.number()).put("state", wave.state().name()).toString());
    }

    void publish(String what, PickListEntity list, PickItemEntity item, Actor by) {
        outbox.add("pick." + what, Long.toString(list.id()), event(by).put("number", list.number()).put("order", item.orderId()).put("sku", item.sku()).put("picked", item.picked().toPlainString())
                .put("wanted", item.wanted().toPlainString()).toString());
    }

    private static ObjectNode event(Actor by) {
        return JsonNodeFactory.instance.objectNode().put("by", by.name());
    }
}
