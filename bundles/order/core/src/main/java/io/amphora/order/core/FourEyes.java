package io.amphora.order.core;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.platform.api.Sql;
import jakarta.persistence.EntityManager;
import java.util.List;

/** Whoever had a hand in what an order says does not decide that it may pass. */
final class FourEyes {
    private static final List<String> HAND_IN_IT = List.of("drafted", "changed", "placed", "amended");

    /** @throws AmphoraException.Refused if {@code by} entered or changed the order */
    void require(EntityManager em, Actor by, OrderEntity order) {
        boolean own = by.name().equals(order.createdBy());
        if (!own) {
            Sql sql = Sql.of("select count(*) from order_timeline t where t.order_id = ? and t.who = ?", order.id(), by.name()).in(" and t.what in", HAND_IN_IT);
            own = sql.<Number>values(em).get(0).intValue() > 0;
        }
        if (own) {
            throw new AmphoraException.Refused(Problem.of("", "order.own", "order {0} was entered or changed by you: somebody else must let it pass", order.number()));
        }
    }
}
