package io.amphora.customer.console;

import io.amphora.common.Actor;
import io.amphora.console.api.ConsoleCommands;
import io.amphora.customer.api.Customers;
import java.util.List;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Finds customers by number, name, e-mail or phone in the command palette. */
@Component
public final class CustomerCommands implements ConsoleCommands {
    private static final int MOST = 6;

    private final Customers customers;

    @Activate
    public CustomerCommands(@Reference Customers customers) {
        this.customers = customers;
    }

    @Override
    public List<Command> find(Actor actor, String text, Locale locale) {
        if (!actor.may(Customers.READ)) {
            return List.of();
        }
        return customers.search(actor, text, MOST).stream().map(c -> new Command("customer.list", c.name(), c.number(), "vaadin:user", "customer/" + c.id())).toList();
    }
}
