package io.amphora.order.api;

import io.amphora.common.Actor;
import org.osgi.annotation.versioning.ConsumerType;

/** Whiteboard service: lets rules choose which location handles an order. There while somebody knows such rules; else orders are assigned by hand. */
@ConsumerType
public interface OrderAssigner {
    /**
     * Asks the rules and assigns the order. To be called outside of transactions: rules may be anybody's.
     *
     * @throws io.amphora.common.AmphoraException.Refused if the order cannot be assigned now
     */
    void assignByRules(Actor by, long orderId);
}
