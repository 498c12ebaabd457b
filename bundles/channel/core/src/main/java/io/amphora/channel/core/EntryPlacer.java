package io.amphora.channel.core;

import io.amphora.channel.api.Inbox;
import io.amphora.channel.api.IncomingOrder;
import io.amphora.channel.core.store.InboxEntity;
import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.customer.api.Address;
import io.amphora.customer.api.Customers;
import io.amphora.order.api.NewOrder;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderEntry;
import io.amphora.order.api.OrderHistory;
import io.amphora.platform.api.Outbox;
import io.amphora.platform.api.Tx;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
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
        IncomingOrder in = entry.order();
        List<Problem> problems = new ArrayList<>();
        Long customer = null;
        try {
            customer = buyers.find(by, in);
        } catch (AmphoraException.Invalid e) {
            problems.addAll(e.problems());
        }
        NewOrder order = new NewOrder(entry.channel(), entry.externalId(), customer, in.reference(), in.currency(), shipTo(in), wishedDate(in, problems), in.note(),
                in.lines().stream().map(IncomingMoney::line).toList(), null, IncomingMoney.discount(in.money()), IncomingMoney.charges(in.money(), problems), in.money().pricesIncludeTax());
        if (!problems.isEmpty()) {
            throw new AmphoraException.Invalid(withThoseOf(by, order, problems));
        }
        Order made = orders.place(by, order);
        IncomingMoney.check(in.money(), made);
        long placed = made.id();
        // whoever brought it or mended it has entered it, whatever placed it in the end
        entry.people().stream().filter(who -> !who.equals(by.name())).forEach(who -> history.add(placed, who, "entered", entry.channel()));
        entry.ordered(placed, clock.instant());
        outbox.add("inbox.ordered", String.valueOf(entry.id()), "{\"channel\":" + quoted(entry.channel()) + ",\"order\":" + placed + "}");
        em.flush();
    }

    private static LocalDate wishedDate(IncomingOrder in, List<Problem> problems) {
        String text = Buyers.strip(in.wishedDate());
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            problems.add(Problem.of("wishedDate", "inbox.date", "{0} is no date like 2026-12-31", text.length() > 40 ? text.substring(0, 40) : text));
            return null;
        }
    }

    /** All that is wrong at once: the order is tried without its customer; what that does is undone by the exception that follows. */
    private List<Problem> withThoseOf(Actor by, NewOrder order, List<Problem> problems) {
        List<Problem> all = new ArrayList<>(problems);
        try {
            orders.place(by, order);
        } catch (AmphoraException.Invalid | AmphoraException.Refused e) {
            e.problems().stream().filter(p -> !p.field().startsWith("customer")).forEach(all::add);
        }
        return all;
    }

    /** Null takes the customer's address. */
    private static Address shipTo(IncomingOrder in) {
        Address a = Buyers.address(in);
        return a.equals(Address.EMPTY) ? null : new Address(Buyers.strip(in.customerName()), a.street(), a.city(), a.region(), a.postalCode(), a.country());
    }

    void fail(long id, List<Problem> problems) {
        tx.callWithRetry(em -> {
            InboxEntity entry = em.find(InboxEntity.class, id);
            if (entry != null && entry.state() == Inbox.State.WAITING) {
                entry.failed(problems, clock.instant());
                outbox.add("inbox.failed", String.valueOf(id), "{\"channel\":" + quoted(entry.channel()) + "}");
            }
            return null;
        });
    }

    static String quoted(String text) {
        return com.fasterxml.jackson.databind.node.TextNode.valueOf(text).toString();
    }
}
