package io.amphora.order.console;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.console.api.kit.FilterBar;
import io.amphora.customer.api.Customer;
import io.amphora.customer.api.Customers;
import java.util.LinkedHashMap;
import java.util.Map;

/** The filter by customer: found by number, name, e-mail or phone; the address of the page keeps the id. */
final class CustomerChip {
    private static final int CHOICES = 20;

    private CustomerChip() {
    }

    /** Only for who may see customers. */
    static void on(FilterBar bar, Customers customers, Actor actor) {
        if (actor.may(Customers.READ)) {
            bar.search("customer", "order.customer", text -> found(customers, actor, text), id -> label(customers, actor, id));
        }
    }

    private static Map<String, String> found(Customers customers, Actor actor, String text) {
        Map<String, String> labels = new LinkedHashMap<>();
        customers.search(actor, text, CHOICES).forEach(c -> labels.put(Long.toString(c.id()), label(c)));
        return labels;
    }

    private static String label(Customers customers, Actor actor, String id) {
        try {
            return id.matches("[0-9]{1,18}") ? label(customers.find(actor, Long.parseLong(id))) : id;
        } catch (AmphoraException.NotFound e) {
            return id;
        }
    }

    private static String label(Customer c) {
        return c.name() + "  " + c.number();
    }
}
