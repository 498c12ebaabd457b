package io.amphora.order.core;

import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.order.api.OrderAction;
import io.amphora.order.api.QuotationAction;
import io.amphora.order.api.QuotationStatus;
import jakarta.persistence.EntityManager;
import java.util.List;

/** What a quotation means for its draft, and its transition table applied. For use inside a transaction. */
final class Quotes {
    private Quotes() {
    }

    static QuotationEntity require(EntityManager em, long id) {
        QuotationEntity found = em.find(QuotationEntity.class, id);
        if (found == null) {
            throw new AmphoraException.NotFound("quotation", id);
        }
        return found;
    }

    /** @throws AmphoraException.Stale if it is not as the caller saw it; Refused if the action is not possible now */
    static QuotationEntity require(EntityManager em, long id, long version, QuotationAction action) {
        QuotationEntity found = require(em, id);
        if (found.version() != version) {
            throw new AmphoraException.Stale("quotation", found.number(), version, found.version());
        }
        if (!action.appliesTo(found.status())) {
            throw new AmphoraException.Refused(Problem.of("", "order.quotation-illegal", "{0} is not possible: quotation {1} is {2}; possible now: {3}", action, found.number(),
                    found.status(), List.copyOf(QuotationAction.nextOf(found.status()))));
        }
        return found;
    }

    /** A draft the customer has in hands is changed only when the quotation is taken back. */
    static void requireChangeable(EntityManager em, OrderEntity order) {
        QuotationEntity quotation = of(em, order);
        if (quotation != null && quotation.status() != QuotationStatus.OPEN) {
            throw new AmphoraException.Refused(Problem.of("", "order.quotation-sent", "order {0} is the content of quotation {1}, which is {2}: revise that first", order.number(),
                    quotation.number(), quotation.status()));
        }
    }

    /** A quoted draft goes on with its quotation, not past it. */
    static void requireNone(EntityManager em, OrderEntity order, OrderAction action) {
        QuotationEntity quotation = of(em, order);
        if (quotation != null && !quotation.status().isFinal()) {
            throw new AmphoraException.Refused(Problem.of("", "order.quotation-live", "{0} is not possible: order {1} is the content of quotation {2}, which is {3}; possible with that: {4}",
                    action, order.number(), quotation.number(), quotation.status(), List.copyOf(QuotationAction.nextOf(quotation.status()))));
        }
    }

    private static QuotationEntity of(EntityManager em, OrderEntity order) {
        return order.quotationId() == null ? null : em.find(QuotationEntity.class, order.quotationId());
    }
}
