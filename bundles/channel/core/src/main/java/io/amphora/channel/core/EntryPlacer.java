package io.amphora.channel.core;

import io.amphora.channel.api.Inbox;
import io.amphora.channel.api.InboxRehearsal;
import io.amphora.channel.api.IncomingOrder;
import io.amphora.channel.core.store.InboxEntity;
import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.customer.api.Customers;
import io.amphora.order.api.NewOrder;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderEntry;
import io.amphora.order.api.OrderHistory;
import io.amphora.platform.api.Outbox;
import io.amphora.platform.api.Tx;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.function.Predicate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Makes an inbox entry an order: customer, order and the entry's new state are one transaction. */
@Component(service = EntryPlacer.class)
public final class EntryPlacer {
    private final Tx tx;
    private final Outbox outbox;
    private final OrderEntry orders;
    private final OrderHistory history;
    private final Buyers buyers;
    private final Clock clock = Clock.systemUTC();

    @Activate
    public EntryPlacer(@Reference(target = "(domain=channel)") Tx tx, @Reference Outbox outbox, @Reference OrderEntry orders, @Reference OrderHistory history,
                       @Reference Customers customers) {
        this.tx = tx;
        this.outbox = outbox;
        this.orders = orders;
        this.history = history;
        buyers = new Buyers(customers);
    }

    /** Does nothing if the entry does not wait. An order that is refused waits as failed, with all its problems. @throws RuntimeException if something else went wrong; it waits on */
    void place(Actor by, long id) {
        try {
            tx.callWithRetry(em -> {
                InboxEntity entry = em.find(InboxEntity.class, id);
                if (entry != null && entry.state() == Inbox.State.WAITING) {
                    place(em, by, entry);
                }
                return null;
            });
        } catch (AmphoraException.Invalid | AmphoraException.Refused | AmphoraException.NotFound e) {
            fail(id, e.problems());
        }
    }

    private void place(EntityManager em, Actor by, InboxEntity entry) {
        long placed = Entering.enter(entry.channel(), entry.externalId(), entry.order(), new RealDesk(by)).id();
        // whoever brought it or mended it has entered it, whatever placed it in the end
        entry.people().stream().filter(who -> !who.equals(by.name())).forEach(who -> history.add(placed, who, "entered", entry.channel()));
        entry.ordered(placed, clock.instant());
        outbox.add("inbox.ordered", String.valueOf(entry.id()), "{\"channel\":" + quoted(entry.channel()) + ",\"order\":" + placed + "}");
        em.flush();
    }

    /** What happens here is part of the running transaction. */
    private final class RealDesk implements Entering.Desk {
        private final Actor by;

        RealDesk(Actor by) {
            this.by = by;
        }

        @Override
        public Long buyer(IncomingOrder order) {
            return buyers.find(by, order);
        }

        @Override
        public Entering.Placed place(NewOrder order) {
            Order made = orders.place(by, order);
            return new Entering.Placed(made.id(), made.total());
        }
    }

    /** The same way for orders that nobody means. @param known whether an external id is in the inbox */
    InboxRehearsal rehearse(Actor by, String channel, Predicate<String> known) {
        return new RehearsedInbox(channel, known, orders.rehearse(by), buyers.rehearse(by));
    }

    void fail(long id, List<Problem> problems) {
        tx.callWithRetry(em -> {
            InboxEntity entry = em.find(InboxEntity.class, id);
            if (entry != null && entry.state() == Inbox.State.WAITING) {
                entry.failed(problems, clock.instant());
                outbox.add("inbox.failed", String.valueOf(id), "{\"channel\":" + quoted(entry.channel()) + ",\"externalId\":" + quoted(entry.externalId()) + ",\"problems\":" + problems.size() + "}");
            }
            return null;
        });
    }

    static String quoted(String text) {
        return com.fasterxml.jackson.databind.node.TextNode.valueOf(text).toString();
    }
}
