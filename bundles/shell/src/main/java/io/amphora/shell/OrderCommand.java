package io.amphora.shell;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.PageRequest;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderQueries;
import io.amphora.order.api.TimelineEntry;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;

/** One order. */
@Service
@Command(scope = "amphora", name = "order", description = "Shows an order with its lines and its latest history.")
public final class OrderCommand extends AmphoraCommand {
    private static final int HISTORY = 20;

    @Argument(name = "number", description = "order number", required = true)
    String number;
    @Reference(optional = true)
    OrderQueries orders;

    @Override
    void run(Actor by) {
        Order order = there(orders, "order").findByNumber(by, number).orElseThrow(() -> new AmphoraException.NotFound("order", number));
        out().println("%s  %s  %s  %s  placed %s by %s".formatted(order.number(), order.status(), text(order.customerName()), order.total().rounded(), time(order.placedAt()), text(order.createdBy())));
        lines(order);
        ShellTable history = new ShellTable();
        history.column("When");
        history.column("Who");
        history.column("What");
        history.column("Note");
        for (TimelineEntry e : orders.timeline(by, order.id(), PageRequest.first(HISTORY)).items()) {
            String change = e.field() == null ? "" : " " + e.field() + ": " + text(e.before()) + " -> " + text(e.after());
            history.addRow().addContent(time(e.at()), e.who(), e.what() + change, text(e.note()));
        }
        print(history, "");
    }

    private void lines(Order order) {
        ShellTable table = new ShellTable();
        table.column("#").alignRight();
        table.column("SKU");
        table.column("Name");
        table.column("Quantity").alignRight();
        table.column("Price").alignRight();
        table.column("Amount").alignRight();
        table.column("Status");
        for (Order.Line line : order.lines()) {
            table.addRow().addContent(line.position(), line.sku(), line.name(), line.quantity().stripTrailingZeros().toPlainString() + " " + line.unit(),
                    line.unitPrice().amount().toPlainString(), line.amount().rounded(), line.status());
        }
        print(table, "");
    }
}
