package io.amphora.order.core;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.customer.api.Address;
import io.amphora.order.api.Discount;
import io.amphora.order.api.NewOrder;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderEntry;
import io.amphora.order.api.OrderStatus;
import io.amphora.platform.api.Duplicates;
import io.amphora.platform.api.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps what was entered so far; stock is not touched. */
@Component(service = KeepDraft.class)
public final class KeepDraft {
    private final Tx tx;
    private final OrderStore store;
    private final OrderCheck check;

    @Activate
    public KeepDraft(@Reference(target = "(domain=order)") Tx tx, @Reference OrderStore store, @Reference OrderCheck check) {
        this.tx = tx;
        this.store = store;
        this.check = check;
    }

    Order keep(Actor by, NewOrder in) {
        by.require(OrderEntry.ENTER);
        CheckedOrder content = check.draft(in);
        try {
            return first(content).orElseGet(() -> add(by, content));
        } catch (RuntimeException e) {
            if (content.externalId() == null || !Duplicates.caused(e)) {
                throw e;
            }
            return first(content).orElseThrow(() -> e);
        }
    }

    private Optional<Order> first(CheckedOrder content) {
        return content.externalId() == null ? Optional.empty()
                : tx.call(em -> store.findExternal(em, content.channel(), content.externalId()).map(o -> store.whole(em, o)));
    }

    private Order add(Actor by, CheckedOrder content) {
        return tx.callWithRetry(em -> {
            Instant now = OrderStore.now();
            OrderEntity order = new OrderEntity(content, by.name(), now);
            store.add(em, order);
            store.remember(em, order, now, by, "drafted", "status", null, order.status().name(), null);
            store.publish(order, by, "drafted");
            store.written(em, order);
            return order;
        }).toOrder(List.of(), List.of());
    }

    Order change(Actor by, long id, long version, NewOrder in) {
        by.require(OrderEntry.ENTER);
        CheckedOrder content = check.draft(in);
        return tx.callWithRetry(em -> {
            OrderEntity order = store.require(em, id, version);
            requireDraft(order);
            Quotes.requireChangeable(em, order);
            Instant now = OrderStore.now();
            Order before = order.toOrder(List.of(), List.of());
            order.replace(content, by.name(), now);
            em.flush();
            Order after = order.toOrder(List.of(), List.of());
            Changes.between(before, after).forEach(c -> store.remember(em, order, now, by, "changed", c.field(), c.before(), c.after(), null));
            store.publish(order, by, "changed");
            return after;
        });
    }

    private static void requireDraft(OrderEntity order) {
        if (order.status() != OrderStatus.DRAFT || order.historic()) {
            throw new AmphoraException.Refused(Problem.of("", "order.no-draft", "order {0} is {1}: only a draft can be changed", order.number(), order.status()));
        }
    }

    /** What differs between two states of a draft. */
    private record Changes(String field, String before, String after) {
        static List<Changes> between(Order a, Order b) {
            return List.of(new Changes("customer", a.customerName(), b.customerName()), new Changes("reference", a.reference(), b.reference()),
                    new Changes("shipTo", text(a.shipTo()), text(b.shipTo())), new Changes("wishedDate", text(a.wishedDate()), text(b.wishedDate())),
                    new Changes("note", a.note(), b.note()), new Changes("lines", lines(a), lines(b)), new Changes("discount", text(a.discount()), text(b.discount())),
                    new Changes("charges", charges(a), charges(b)))
                    .stream().filter(c -> !Objects.equals(c.before(), c.after())).toList();
        }

        private static String text(Address a) {
            String all = Stream.of(a.recipient(), a.street(), a.postalCode(), a.city(), a.region(), a.country()).filter(Objects::nonNull)
                    .collect(Collectors.joining(", "));
            return all.isEmpty() ? null : all;
        }

        private static String text(Discount d) {
            return d == null ? null : d.percent() != null ? d.percent().toPlainString() + " %" : d.amount().toPlainString();
        }

        private static String charges(Order o) {
            return o.charges().isEmpty() ? null : o.charges().stream().map(c -> (c.text() == null ? c.type() : c.text()) + " " + c.payable()).collect(Collectors.joining(", "));
        }

        private static String off(Order.Line l) {
            return l.discount().amount().signum() == 0 ? "" : " - " + l.discount();
        }

        private static String text(Object o) {
            return o == null ? null : o.toString();
        }

        private static String lines(Order o) {
            return o.lines().isEmpty() ? null : o.lines().stream().map(l -> l.quantity().toPlainString() + " × " + l.sku() + " @ " + l.unitPrice() + off(l)).collect(Collectors.joining(", "));
        }
    }
}
