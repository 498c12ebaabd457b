package io.amphora.order.console;

import io.amphora.common.Actor;
import io.amphora.console.api.ReferenceNames;
import io.amphora.order.api.OrderQueries;
import io.amphora.order.api.OrderRow;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Orders by their numbers, where other domains keep their ids. */
@Component
public final class OrderReferences implements ReferenceNames {
    private final OrderQueries queries;

    @Activate
    public OrderReferences(@Reference OrderQueries queries) {
        this.queries = queries;
    }

    @Override
    public String kind() {
        return "order";
    }

    @Override
    public Map<String, String> names(Actor actor, Collection<String> ids) {
        if (!actor.may(OrderQueries.READ)) {
            return Map.of();
        }
        return queries.rows(actor, ids.stream().filter(id -> id.matches("[0-9]{1,18}")).map(Long::valueOf).distinct().toList()).stream()
                .collect(Collectors.toMap(r -> Long.toString(r.id()), OrderRow::number, (a, b) -> a));
    }

    @Override
    public String path(String id) {
        return "order/" + id;
    }
}
