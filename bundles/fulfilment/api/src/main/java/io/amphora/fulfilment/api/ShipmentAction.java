package io.amphora.fulfilment.api;

import static io.amphora.fulfilment.api.ShipmentState.CANCELLED;
import static io.amphora.fulfilment.api.ShipmentState.DELIVERED;
import static io.amphora.fulfilment.api.ShipmentState.EXCEPTION;
import static io.amphora.fulfilment.api.ShipmentState.IN_TRANSIT;
import static io.amphora.fulfilment.api.ShipmentState.LABELLED;
import static io.amphora.fulfilment.api.ShipmentState.LOST;
import static io.amphora.fulfilment.api.ShipmentState.OUT_FOR_DELIVERY;
import static io.amphora.fulfilment.api.ShipmentState.PREPARING;
import static io.amphora.fulfilment.api.ShipmentState.RETURNED;
import static io.amphora.fulfilment.api.ShipmentState.RETURNING;
import static io.amphora.fulfilment.api.ShipmentState.SHIPPED;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What can be done to a shipment, or happen to one of its parcels: the one transition table. An action takes what stands in one of {@link #from} to {@link #to};
 * anything else is refused with the reason and what is possible.
 */
public enum ShipmentAction {
    /** Changes what is in which parcel. */
    PACK(PREPARING, PREPARING),
    /** Gives it to a carrier. */
    LABEL(LABELLED, PREPARING),
    /** Takes the labels back, to pack or label anew. */
    UNLABEL(PREPARING, LABELLED),
    /** It leaves the house; the lines of the order go with it. */
    SHIP(SHIPPED, LABELLED),
    CANCEL(CANCELLED, PREPARING, LABELLED),
    MOVE(IN_TRANSIT, SHIPPED, IN_TRANSIT, OUT_FOR_DELIVERY, EXCEPTION, LOST),
    GO_OUT(OUT_FOR_DELIVERY, SHIPPED, IN_TRANSIT, OUT_FOR_DELIVERY, EXCEPTION, LOST),
    DELIVER(DELIVERED, SHIPPED, IN_TRANSIT, OUT_FOR_DELIVERY, EXCEPTION, LOST),
    EXCEPT(EXCEPTION, SHIPPED, IN_TRANSIT, OUT_FOR_DELIVERY, EXCEPTION),
    LOSE(LOST, SHIPPED, IN_TRANSIT, OUT_FOR_DELIVERY, EXCEPTION, RETURNING),
    TURN_BACK(RETURNING, SHIPPED, IN_TRANSIT, OUT_FOR_DELIVERY, EXCEPTION, LOST, RETURNING),
    COME_BACK(RETURNED, SHIPPED, IN_TRANSIT, OUT_FOR_DELIVERY, EXCEPTION, LOST, RETURNING);

    private final ShipmentState to;
    private final Set<ShipmentState> from;

    ShipmentAction(ShipmentState to, ShipmentState... from) {
        this.to = to;
        this.from = EnumSet.copyOf(List.of(from));
    }

    public ShipmentState to() {
        return to;
    }

    public Set<ShipmentState> from() {
        return EnumSet.copyOf(from);
    }

    public boolean appliesTo(ShipmentState state) {
        return from.contains(state);
    }

    /** What can be done next with what stands here, in their order. */
    public static Set<ShipmentAction> nextOf(ShipmentState state) {
        EnumSet<ShipmentAction> next = EnumSet.noneOf(ShipmentAction.class);
        List.of(values()).stream().filter(a -> a.appliesTo(state)).forEach(next::add);
        return next;
    }
}
