package io.amphora.fulfilment.console;

import io.amphora.common.Actor;
import io.amphora.console.api.ConsoleCounter;
import io.amphora.fulfilment.api.Shipments;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How many shipments are late, lost or stopped. */
@Component(service = ConsoleCounter.class)
public final class TroubleCounter implements ConsoleCounter {
    static final int MOST = 100;

    private final Shipments shipments;

    @Activate
    public TroubleCounter(@Reference Shipments shipments) {
        this.shipments = shipments;
    }

    @Override
    public String path() {
        return "shipments";
    }

    @Override
    public String topic() {
        return "shipment.*";
    }

    @Override
    public long count(Actor actor) {
        return actor.may(Shipments.READ) ? shipments.countTroubled(actor, MOST) : 0;
    }

    @Override
    public long most() {
        return MOST;
    }
}
