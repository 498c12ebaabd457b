package io.amphora.order.core;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.order.api.OrderAction;
import io.amphora.platform.api.Sql;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Whoever had a hand in what an order says does not decide that it may pass. */
final class FourEyes {
    private static final List<String> HAND_IN_IT = List.of("drafted", "changed", "placed", "amended", "entered", "reopened", "merged", "parted", "cancelled", "closed-short", "split");

    static boolean own(EntityManager em, String name, OrderEntity order) {
        if (name.equals(order.createdBy())) {
            return true;
        }
        Sql sql = Sql.of("select count(*) from order_timeline t where t.order_id = ? and t.who = ?", order.id(), name).in(" and t.what in", HAND_IN_IT);
        return sql.<Number>values(em).get(0).intValue() > 0;
    }

    /** All who entered or changed it. */
    static Set<String> hands(EntityManager em, OrderEntity order) {
        Set<String> hands = new TreeSet<>(Sql.of("select distinct t.who from order_timeline t where t.order_id = ?", order.id()).in(" and t.what in", HAND_IN_IT).<String>values(em));
        hands.add(order.createdBy());
        return hands;
    }

    /** @throws AmphoraException.Refused if {@code by} entered or changed the order */
    void require(EntityManager em, Actor by, OrderEntity order) {
        if (own(em, by.name(), order)) {
            throw new AmphoraException.Refused(mine(order));
        }
    }

    static Problem mine(OrderEntity order) {
        return Problem.of("", "order.own", "order {0} was entered or changed by you: somebody else must let it pass; possible now: {1}", order.number(), besidesApproval(order));
    }

    /** What is left to who may not let the order pass. */
    static List<OrderAction> besidesApproval(OrderEntity order) {
        return order.lines().stream().flatMap(l -> OrderAction.nextOf(l.status()).stream().filter(a -> !l.backordered() || a.withoutStock())).filter(a -> a != OrderAction.APPROVE).distinct()
                .sorted().toList();
    }
}
