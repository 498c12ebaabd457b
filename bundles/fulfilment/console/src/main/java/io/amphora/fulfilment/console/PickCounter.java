package io.amphora.fulfilment.console;

import io.amphora.common.Actor;
import io.amphora.console.api.ConsoleCounter;
import io.amphora.fulfilment.api.Picking;
import io.amphora.fulfilment.api.ShippingDesk;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How many lists wait to be picked. */
@Component(service = ConsoleCounter.class)
public final class PickCounter implements ConsoleCounter {
    private final Picking picking;

    @Activate
    public PickCounter(@Reference Picking picking) {
        this.picking = picking;
    }

    @Override
    public String path() {
        return "pick";
    }

    @Override
    public String topic() {
        return "pick.*";
    }

    @Override
    public long count(Actor actor) {
        return actor.may(ShippingDesk.FULFIL) && actor.may("order.read") ? picking.count(actor, TroubleCounter.MOST) : 0;
    }

    @Override
    public long most() {
        return TroubleCounter.MOST;
    }
}
