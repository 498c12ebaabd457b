package io.amphora.channel.core;

import io.amphora.channel.api.IncomingOrder;
import io.amphora.common.AmphoraException;
import io.amphora.common.Money;
import io.amphora.common.Problem;
import io.amphora.customer.api.Address;
import io.amphora.order.api.NewOrder;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/** Makes an order of an incoming one, or says all that is wrong with it: the same whether it is meant or only rehearsed. */
final class Entering {
    private Entering() {
    }

    /** Where it becomes an order. */
    interface Desk {
        /** @return null if it only would be a new customer; @throws AmphoraException.Invalid naming fields of the incoming order */
        Long buyer(IncomingOrder order);

        Placed place(NewOrder order);
    }

    /** @param id null if it was only rehearsed; @param total what it comes to */
    record Placed(Long id, Money total) {
    }

    /** @throws AmphoraException.Invalid if something is wrong, AmphoraException.Refused if stock is short; what was done by then is to be undone */
    static Placed enter(String channel, String externalId, IncomingOrder in, Desk desk) {
        List<Problem> problems = new ArrayList<>();
        Long customer = null;
        try {
            customer = desk.buyer(in);
        } catch (AmphoraException.Invalid e) {
            problems.addAll(e.problems());
        }
        NewOrder order = new NewOrder(channel, externalId, customer, in.reference(), in.currency(), shipTo(in), wishedDate(in, problems), in.note(),
                in.lines().stream().map(IncomingMoney::line).toList(), null, IncomingMoney.discount(in.money()), IncomingMoney.charges(in.money(), problems), in.money().pricesIncludeTax());
        if (!problems.isEmpty()) {
            throw new AmphoraException.Invalid(withThoseOf(desk, order, problems));
        }
        Placed placed = desk.place(order);
        IncomingMoney.check(in.money(), placed.total());
        return placed;
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
    private static List<Problem> withThoseOf(Desk desk, NewOrder order, List<Problem> problems) {
        List<Problem> all = new ArrayList<>(problems);
        try {
            desk.place(order);
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
}
