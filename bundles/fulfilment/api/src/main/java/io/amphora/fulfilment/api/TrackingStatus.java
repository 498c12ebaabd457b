package io.amphora.fulfilment.api;

/** What a tracking event says of a parcel. */
public enum TrackingStatus {
    /** The carrier knows of it, but does not have it yet. */
    ANNOUNCED(null),
    IN_TRANSIT(ShipmentAction.MOVE), OUT_FOR_DELIVERY(ShipmentAction.GO_OUT), DELIVERED(ShipmentAction.DELIVER),
    /** Something is in the way: nobody at home, address unknown, damaged. */
    EXCEPTION(ShipmentAction.EXCEPT), LOST(ShipmentAction.LOSE), RETURNING(ShipmentAction.TURN_BACK), RETURNED(ShipmentAction.COME_BACK);

    private final ShipmentAction action;

    TrackingStatus(ShipmentAction action) {
        this.action = action;
    }

    /** What it does to the parcel; null if nothing. */
    public ShipmentAction action() {
        return action;
    }
}
