package io.amphora.order.core;

import io.amphora.common.Money;
import io.amphora.inventory.api.StockRehearsal;
import io.amphora.order.api.NewOrder;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderRehearsal;
import java.util.Optional;
import java.util.function.Function;

/** Goes the way of placing up to where something would be written. */
final class RehearseOrders implements OrderRehearsal {
    private final Function<NewOrder, Optional<Order>> first;
    private final OrderCheck check;
    private final StockOfLines stock;
    private final StockRehearsal left;

    /** @param first finds the order that was placed before under the same number */
    RehearseOrders(Function<NewOrder, Optional<Order>> first, OrderCheck check, StockOfLines stock) {
        this.first = first;
        this.check = check;
        this.stock = stock;
        left = stock.rehearse();
    }

    @Override
    public Money place(NewOrder in) {
        Optional<Order> before = first.apply(in);
        if (before.isPresent()) {
            return before.get().total();
        }
        CheckedOrder content = check.complete(in);
        stock.rehearse(content, left);
        return Numbers.money(content.total(), content.currency());
    }

    @Override
    public void keep() {
        left.keep();
    }

    @Override
    public void undo() {
        left.undo();
    }
}
