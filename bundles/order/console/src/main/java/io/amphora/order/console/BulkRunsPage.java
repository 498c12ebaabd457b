package io.amphora.order.console;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.OptionalParameter;
import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
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
public final class BulkRunsPage extends Page implements ConsoleView, HasUrlParameter<Long> {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 20;

    private final transient OrderBulk bulk;

    @Activate
    public BulkRunsPage(@Reference OrderBulk bulk) {
        super("order.bulk.runs");
        this.bulk = bulk;
        OrderStyles.on(this);
    }

    @Override
    public void setParameter(BeforeEvent event, @OptionalParameter Long one) {
        Actor actor = CurrentUser.actor();
        setBack(one == null ? "orders" : "bulk-runs");
        Div content = new Div();
        content.addClassName("stack");
        List<BulkRun> runs = one == null ? bulk.list(actor, PageRequest.first(SHOWN)).items() : found(actor, one);
        if (runs.isEmpty()) {
            content.add(new EmptyState("tasks", "order.bulk.none", "order.bulk.none.text").step("order.list", () -> getUI().ifPresent(ui -> ui.navigate("orders"))));
        }
        runs.forEach(r -> content.add(run(bulk, actor, r)));
        grow(content);
    }

    /** None if it is gone, or somebody else's. */
    private List<BulkRun> found(Actor actor, long id) {
        try {
            return List.of(bulk.find(actor, id));
        } catch (AmphoraException.NotFound e) {
            return List.of();
        }
    }

    private static Div run(OrderBulk bulk, Actor actor, BulkRun run) {
        Span facts = new Span(Formats.current().dateTime(run.created()) + " · " + run.owner() + (run.reason() == null ? "" : " · " + run.reason()));
        facts.addClassName("muted");
        Div box = new Div(facts, new BulkRunPanel(bulk, actor, run.id(), null));
        box.addClassName("surface");
        return box;
    }
}
