package io.amphora.order.console;

import io.amphora.common.Actor;
import io.amphora.common.PageRequest;
import io.amphora.console.api.ConsoleCommands;
import io.amphora.order.api.OrderFilter;
import io.amphora.order.api.OrderQueries;
import java.util.List;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Finds orders by number, customer or reference in the command palette. */
@Component
public final class OrderCommands implements ConsoleCommands {
    private static final int MOST = 6;

    private final OrderQueries queries;

    @Activate
    public OrderCommands(@Reference OrderQueries queries) {
        this.queries = queries;
    }

    @Override
    public List<Command> find(Actor actor, String text, Locale locale) {
        if (!actor.may(OrderQueries.READ)) {
            return List.of();
        }
        return queries.list(actor, OrderFilter.ofText(text), PageRequest.first(MOST)).items().stream()
                .map(r -> new Command("order.list", r.number(), r.customerName() == null ? "" : r.customerName(), "vaadin:file-text-o", "order/" + r.id())).toList();
    }
}
