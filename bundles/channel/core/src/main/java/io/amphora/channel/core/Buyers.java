package io.amphora.channel.core;

import io.amphora.channel.api.IncomingOrder;
import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.customer.api.Address;
import io.amphora.customer.api.Customer;
import io.amphora.customer.api.CustomerData;
import io.amphora.customer.api.Customers;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Finds who an incoming order is from, or makes a new customer. */
final class Buyers {
    private static final Map<String, String> FIELDS = Map.of("name", "customerName", "email", "email", "phone", "phone", "country", "country");

    private final Customers customers;

    Buyers(Customers customers) {
        this.customers = customers;
    }

    /** By number, else by e-mail, else a new one. @throws AmphoraException.Invalid naming fields of the incoming order */
    long find(Actor by, IncomingOrder order) {
        Long known = known(by, order);
        return known != null ? known : here(order, data -> customers.create(by, data).id());
    }

    /** @return null if there is none; @throws AmphoraException.Invalid if a number is named that nobody has */
    private Long known(Actor by, IncomingOrder order) {
        String number = strip(order.customerNumber());
        if (number != null) {
            return customers.findAll(by, List.of(number)).values().stream().findFirst().map(Customer::id)
                    .orElseThrow(() -> new AmphoraException.Invalid(Problem.of("customerNumber", "inbox.customer-unknown", "there is no customer {0}", number)));
        }
        String email = strip(order.email());
        Customer known = email == null ? null : customers.findByEmails(by, List.of(email)).get(email.toLowerCase(Locale.ROOT));
        return known == null ? null : known.id();
    }

    /** Does something with a new customer, whose problems become those of the incoming order. */
    private static <R> R here(IncomingOrder order, Function<CustomerData, R> work) {
        String email = strip(order.email());
        String name = strip(order.customerName()) == null ? email : strip(order.customerName());
        if (name == null) {
            throw new AmphoraException.Invalid(Problem.of("customerName", "inbox.nobody", "name a customer number, an e-mail address or a name"));
        }
        Address address = address(order);
        try {
            return work.apply(new CustomerData(null, name, email, order.phone(), order.country(), false, null, address.equals(Address.EMPTY) ? List.of() : List.of(address)));
        } catch (AmphoraException.Invalid e) {
            throw new AmphoraException.Invalid(e.problems().stream().map(Buyers::here).toList());
        }
    }

    Rehearsal rehearse(Actor by) {
        return new Rehearsal(by);
    }

    /** Finds and makes nobody; remembers whom it would have made. */
    final class Rehearsal {
        private final Actor by;
        private final Set<String> made = new HashSet<>();
        private String last;

        private Rehearsal(Actor by) {
            this.by = by;
        }

        /** @return null for a new one */
        Long find(IncomingOrder order) {
            Long known = known(by, order);
            String email = strip(order.email());
            if (known == null && (email == null || !made.contains(email.toLowerCase(Locale.ROOT)))) {
                here(order, data -> {
                    customers.check(by, data);
                    return data;
                });
                last = email;
            }
            return known;
        }

        void keep() {
            if (last != null) {
                made.add(last.toLowerCase(Locale.ROOT));
            }
            last = null;
        }

        void undo() {
            last = null;
        }
    }

    static Address address(IncomingOrder order) {
        return new Address(null, strip(order.street()), strip(order.city()), strip(order.region()), strip(order.postalCode()), strip(order.country()));
    }

    /** A customer's problem as one of the incoming order. */
    private static Problem here(Problem p) {
        String field = p.field().replaceFirst("^addresses\\[0]\\.", "");
        return new Problem(FIELDS.getOrDefault(field, field), p.code(), p.pattern(), p.args());
    }

    static String strip(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
