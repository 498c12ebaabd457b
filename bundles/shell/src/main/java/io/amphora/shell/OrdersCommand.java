package io.amphora.shell;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.PageRequest;
import io.amphora.common.Problem;
import io.amphora.order.api.OrderFilter;
import io.amphora.order.api.OrderQueries;
import io.amphora.order.api.OrderRow;
import io.amphora.order.api.OrderStatus;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;

/** A part of the orders list. */
@Service
@Command(scope = "amphora", name = "orders", description = "Lists orders, newest first.")
public final class OrdersCommand extends AmphoraCommand {
    @Argument(name = "text", description = "beginning of the number, the customer's name or reference")
    String text;
    @Option(name = "--status", description = "only of this status: in_review, approved, shipped …")
    String status;
    @Option(name = "-n", description = "how many, 1 to 500")
    int size = 20;
    @Reference(optional = true)
    OrderQueries orders;

    @Override
    void run(Actor by) {
        ShellTable table = new ShellTable();
        table.column("Number");
        table.column("Placed");
        table.column("Customer");
        table.column("Status");
        table.column("Lines").alignRight();
        table.column("Total").alignRight();
        OrderFilter filter = new OrderFilter(text, status == null ? null : Set.of(status()), null, null, null, null, null, null, null);
        for (OrderRow row : there(orders, "order").list(by, filter, PageRequest.first(size)).items()) {
            table.addRow().addContent(row.number(), time(row.at()), text(row.customerName()), row.status(), row.lines(), row.total().rounded());
        }
        print(table, "There are no such orders.");
    }

    private OrderStatus status() {
        return Arrays.stream(OrderStatus.values()).filter(s -> s.name().equals(status.toUpperCase(Locale.ROOT).replace('-', '_'))).findFirst().orElseThrow(
                () -> new AmphoraException.Invalid(Problem.of("status", "order.status", "{0} is none of {1}", status, Arrays.toString(OrderStatus.values()))));
    }
}
