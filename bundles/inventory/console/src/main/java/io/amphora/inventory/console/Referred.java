package io.amphora.inventory.console;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import io.amphora.common.Actor;
import io.amphora.common.Page;
import io.amphora.console.api.ReferenceNames;
import io.amphora.inventory.api.Movement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What movements refer to, by name and with a link where another domain knows it. Names are read once per page of the list. */
final class Referred {
    private final List<ReferenceNames> domains;
    private final Actor actor;
    private final Map<String, String> names = new HashMap<>();

    Referred(List<ReferenceNames> domains, Actor actor) {
        this.domains = domains;
        this.actor = actor;
    }

    Page<Movement> named(Page<Movement> page) {
        for (ReferenceNames domain : domains) {
            String prefix = domain.kind() + ":";
            List<String> ids = page.items().stream().map(Movement::reference).filter(Objects::nonNull).filter(r -> r.startsWith(prefix) && !names.containsKey(r))
                    .map(r -> r.substring(prefix.length())).distinct().toList();
            if (!ids.isEmpty()) {
                domain.names(actor, ids).forEach((id, name) -> names.put(prefix + id, name));
            }
        }
        return page;
    }

    Component show(Movement movement) {
        String reference = movement.reference() == null ? "" : movement.reference();
        String path = path(reference);
        return path == null ? new Span(reference) : new Anchor(path, names.get(reference));
    }

    /** @return null if it leads nowhere */
    String path(String reference) {
        return reference == null || !names.containsKey(reference) ? null
                : domains.stream().filter(d -> reference.startsWith(d.kind() + ":")).map(d -> d.path(reference.substring(d.kind().length() + 1))).findFirst().orElse(null);
    }
}
