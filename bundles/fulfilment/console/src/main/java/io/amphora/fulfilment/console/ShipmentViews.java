package io.amphora.fulfilment.console;

import io.amphora.console.api.kit.Filter;
import io.amphora.fulfilment.api.ShipmentFilter;
import io.amphora.fulfilment.api.ShipmentState;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The tabs of the list of shipments. */
final class ShipmentViews {
    static final String LATE = "late";
    static final String TROUBLE = "trouble";
    /** View to states. */
    static final Map<String, Set<ShipmentState>> STATES = new LinkedHashMap<>();

    static {
        STATES.put("packing", Set.of(ShipmentState.PREPARING));
        STATES.put("to-send", Set.of(ShipmentState.LABELLED));
        STATES.put("under-way", Set.of(ShipmentState.SHIPPED, ShipmentState.IN_TRANSIT, ShipmentState.OUT_FOR_DELIVERY));
        STATES.put(TROUBLE, Set.of(ShipmentState.EXCEPTION, ShipmentState.LOST, ShipmentState.RETURNING));
        STATES.put("arrived", Set.of(ShipmentState.DELIVERED));
    }

    private ShipmentViews() {
    }

    static ShipmentFilter filter(Filter says) {
        Set<ShipmentState> states = says.value("state", ShipmentState.class).map(Set::of).orElse(STATES.get(says.view()));
        return new ShipmentFilter(says.text().isEmpty() ? null : says.text(), states, LATE.equals(says.view()) ? Boolean.TRUE : null, says.value("carrier").orElse(null));
    }
}
