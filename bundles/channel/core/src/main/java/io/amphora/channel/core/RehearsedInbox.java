package io.amphora.channel.core;

import io.amphora.channel.api.InboxRehearsal;
import io.amphora.channel.api.IncomingOrder;
import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.order.api.NewOrder;
import io.amphora.order.api.OrderRehearsal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Lets orders go the way of the inbox and leaves no trace. */
final class RehearsedInbox implements InboxRehearsal, Entering.Desk {
    private final String channel;
    private final Predicate<String> known;
    private final OrderRehearsal orders;
    private final Buyers.Rehearsal buyers;
    private final Set<String> seen = new HashSet<>();

    RehearsedInbox(String channel, Predicate<String> known, OrderRehearsal orders, Buyers.Rehearsal buyers) {
        this.channel = channel;
        this.known = known;
        this.orders = orders;
        this.buyers = buyers;
    }

    @Override
    public Foreseen of(IncomingOrder order) {
        String externalId = Receipts.check(channel, List.of(order)).orders().keySet().iterator().next();
        return !seen.add(externalId) || known.test(externalId) ? new Foreseen(true, List.of()) : new Foreseen(false, problems(externalId, order));
    }

    private List<Problem> problems(String externalId, IncomingOrder order) {
        try {
            Entering.enter(channel, externalId, order, this);
            orders.keep();
            buyers.keep();
            return List.of();
        } catch (AmphoraException.Invalid | AmphoraException.Refused | AmphoraException.NotFound e) {
            orders.undo();
            buyers.undo();
            return e.problems();
        }
    }

    @Override
    public Long buyer(IncomingOrder order) {
        return buyers.find(order);
    }

    @Override
    public Entering.Placed place(NewOrder order) {
        return new Entering.Placed(null, orders.place(order));
    }
}
