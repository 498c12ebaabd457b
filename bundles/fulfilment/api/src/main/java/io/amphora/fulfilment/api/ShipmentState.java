package io.amphora.fulfilment.api;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Where a shipment, or one of its parcels, stands. How it gets from one to the other: {@link ShipmentAction}. */
public enum ShipmentState {
    /** Being packed. */
    PREPARING,
    /** The carrier knows of it, or it is clear who brings it. */
    LABELLED,
    /** It left the house. */
    SHIPPED, IN_TRANSIT, OUT_FOR_DELIVERY, DELIVERED,
    /** Something is in the way, on the carrier's side. */
    EXCEPTION, LOST,
    /** On its way back to us. */
    RETURNING, RETURNED, CANCELLED;

    private static final Set<ShipmentState> UNDER_WAY = EnumSet.of(SHIPPED, IN_TRANSIT, OUT_FOR_DELIVERY, EXCEPTION, LOST, RETURNING);

    /** Whether nothing more happens to it. */
    public boolean isFinal() {
        return this == DELIVERED || this == RETURNED || this == CANCELLED;
    }

    /** Whether it is out of the house and not at its end. */
    public boolean underWay() {
        return UNDER_WAY.contains(this);
    }

    /** All with {@link #underWay()}. */
    public static Set<ShipmentState> allUnderWay() {
        return EnumSet.copyOf(UNDER_WAY);
    }

    /** The state of a shipment whose parcels have left and stand here: what needs somebody goes before the rest, else the least advanced decides. */
    public static ShipmentState ofParcels(Collection<ShipmentState> parcels) {
        for (ShipmentState bad : List.of(LOST, EXCEPTION, RETURNING)) {
            if (parcels.contains(bad)) {
                return bad;
            }
        }
        List<ShipmentState> going = parcels.stream().filter(s -> s != RETURNED).toList();
        ShipmentState least = going.stream().min(Comparator.naturalOrder()).orElse(RETURNED);
        return least == DELIVERED && going.size() < parcels.size() ? RETURNED : least;
    }
}
