package io.amphora.fulfilment.api;

import java.util.Set;

/**
 * Which shipments; every part may be null (any).
 *
 * @param text    beginning of its number, the order's number or a tracking number; case does not matter
 * @param states  one of these
 * @param late    late or not
 * @param carrier id of the carrier
 */
public record ShipmentFilter(String text, Set<ShipmentState> states, Boolean late, String carrier) {
    public static final ShipmentFilter ALL = new ShipmentFilter(null, null, null, null);

    public static ShipmentFilter of(ShipmentState... states) {
        return new ShipmentFilter(null, Set.of(states), null, null);
    }
}
