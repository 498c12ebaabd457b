package io.amphora.order.console;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.amphora.common.Actor;
import io.amphora.common.PageRequest;
import io.amphora.console.api.ConsoleRoute;
import io.amphora.console.api.ConsoleView;
import io.amphora.console.api.CurrentUser;
import io.amphora.console.api.kit.EmptyState;
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.Page;
import io.amphora.order.api.BulkRun;
import io.amphora.order.api.OrderBulk;
import io.amphora.order.api.OrderQueries;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** What was done to many orders at once of late, and what became of it. */
@Component(service = ConsoleView.class, scope = ServiceScope.PROTOTYPE)
@ConsoleRoute(path = "bulk-runs", title = "order.bulk.runs", icon = "vaadin:tasks", permission = OrderQueries.READ)
public final class BulkRunsPage extends Page implements ConsoleView {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 20;

    @Activate
    public BulkRunsPage(@Reference OrderBulk bulk) {
        super("order.bulk.runs");
        Actor actor = CurrentUser.actor();
        OrderStyles.on(this);
        setBack("orders");
        Div content = new Div();
        content.addClassName("stack");
        List<BulkRun> runs = bulk.list(actor, PageRequest.first(SHOWN)).items();
        if (runs.isEmpty()) {
            content.add(new EmptyState("tasks", "order.bulk.none", "order.bulk.none.text").step("order.list", () -> getUI().ifPresent(ui -> ui.navigate("orders"))));
        }
        runs.forEach(r -> content.add(run(bulk, actor, r)));
        grow(content);
    }

    private static Div run(OrderBulk bulk, Actor actor, BulkRun run) {
        Span facts = new Span(Formats.current().dateTime(run.created()) + " · " + run.owner() + (run.reason() == null ? "" : " · " + run.reason()));
        facts.addClassName("muted");
        Div box = new Div(facts, new BulkRunPanel(bulk, actor, run.id(), null));
        box.addClassName("surface");
        return box;
    }
}
