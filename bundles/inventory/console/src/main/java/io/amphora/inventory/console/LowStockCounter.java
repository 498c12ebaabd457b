package io.amphora.inventory.console;

import io.amphora.common.Actor;
import io.amphora.console.api.ConsoleCounter;
import io.amphora.inventory.api.Stock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How many levels are low, beside the menu entry. */
@Component
public final class LowStockCounter implements ConsoleCounter {
    static final int MOST = 99;

    private final Stock stock;

    @Activate
    public LowStockCounter(@Reference Stock stock) {
        this.stock = stock;
    }

    @Override
    public String path() {
        return "stock";
    }

    @Override
    public String topic() {
        return "stock.*";
    }

    @Override
    public long count(Actor actor) {
        return actor.may(Stock.READ) ? stock.countLow(MOST) : 0;
    }

    @Override
    public long most() {
        return MOST;
    }
}
