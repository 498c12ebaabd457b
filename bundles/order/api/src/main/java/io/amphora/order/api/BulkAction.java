package io.amphora.order.api;

/** What can be done to many orders at once. */
public enum BulkAction {
    APPROVE("order.review"), REJECT("order.review"), ASSIGN("order.assign"), HOLD("order.hold"), RELEASE("order.read"), PICK("order.fulfil"), SHIP("order.fulfil"), DELIVER("order.fulfil"),
    /** Into quarantine. */
    COME_BACK("order.fulfil"),
    LOSE("order.fulfil"), COMPLETE("order.complete"), CANCEL("order.cancel");

    private final String permission;

    BulkAction(String permission) {
        this.permission = permission;
    }

    /** Who may ask for it; RELEASE also needs the permission of the hold. */
    public String permission() {
        return permission;
    }

    public boolean needsReason() {
        return this == REJECT || this == CANCEL || this == COME_BACK || this == LOSE || this == HOLD || this == RELEASE;
    }
}
