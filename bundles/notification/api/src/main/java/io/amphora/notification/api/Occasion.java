package io.amphora.notification.api;

import java.util.Arrays;
import java.util.Optional;

/** What messages are about. */
public enum Occasion {
    /** Placed, and waits for review. */
    ORDER_RECEIVED("order.received", "order.read", true),
    /** Placed or approved: it will be delivered. */
    ORDER_CONFIRMED("order.confirmed", "order.read", true),
    ORDER_REJECTED("order.rejected", "order.read", false),
    ORDER_ASSIGNED("order.assigned", "order.read", false),
    ORDER_SHIPPED("order.shipped", "order.read", true),
    ORDER_DELIVERED("order.delivered", "order.read", true),
    ORDER_CANCELLED("order.cancelled", "order.read", true),
    /** A quotation goes to the customer. */
    QUOTATION_SENT("quotation.sent", "order.read", true),
    /** An invoice was made: it goes to the customer. */
    INVOICE_ISSUED("invoice.issued", "order.read", true),
    /** A credit note was made: it goes to the customer. */
    CREDIT_NOTE_ISSUED("credit-note.issued", "order.read", true),
    /** Somebody is named in a remark; nobody else is told. */
    ORDER_MENTIONED("order.mentioned", "order.read", false),
    /** Somebody has to decide an approval step; only those who may are told. */
    ORDER_APPROVAL("order.approval", "order.read", false),
    /** The deadline of an approval step is over, others may decide it now, too; only those are told. */
    ORDER_ESCALATED("order.escalated", "order.read", false),
    /** A hold was set: nothing goes on for now. */
    ORDER_HELD("order.held", "order.read", false),
    /** Goods were picked and are not wanted any more. */
    GOODS_TO_PUT_BACK("goods.to-put-back", "order.read", false),
    /** Money came in. */
    PAYMENT_RECEIVED("payment.received", "payment.read", false),
    /** Money did not come in time; once for each order and date. */
    PAYMENT_OVERDUE("payment.overdue", "payment.read", false),
    /** A customer wants to send something back, or misses it: somebody decides. */
    RETURN_REQUESTED("return.requested", "returns.read", false),
    /** Goods may come back. */
    RETURN_APPROVED("return.approved", "returns.read", true),
    RETURN_REJECTED("return.rejected", "returns.read", true),
    /** Goods came back. */
    RETURN_RECEIVED("return.received", "returns.read", true),
    /** The customer got what was decided for a return. */
    RETURN_COMPLETED("return.completed", "returns.read", true),
    /** Nothing was heard of a shipment for too long, or it should have arrived. */
    SHIPMENT_LATE("shipment.late", "order.read", false),
    SHIPMENT_LOST("shipment.lost", "order.read", true),
    /** It could not be delivered and is back. */
    SHIPMENT_RETURNED("shipment.returned", "order.read", true),
    /** An order that a channel brought could not become one: somebody mends it in the inbox. */
    INBOX_FAILED("inbox.failed", "channel.read", false),
    /** At most once a day for a product at a location. */
    STOCK_LOW("stock.low", "inventory.read", false);

    private final String id;
    private final String permission;
    private final boolean customers;

    Occasion(String id, String permission, boolean customers) {
        this.id = id;
        this.permission = permission;
        this.customers = customers;
    }

    /** Stable: in templates, webhooks and the log. */
    public String id() {
        return id;
    }

    /** What one must be allowed to, to be told. */
    public String permission() {
        return permission;
    }

    /** Whether customers hear of it. */
    public boolean customers() {
        return customers;
    }

    public boolean ofOrder() {
        return this != STOCK_LOW && this != INBOX_FAILED;
    }

    /** Whether only those are told whom the event names. */
    public boolean byName() {
        return this == ORDER_MENTIONED || this == ORDER_APPROVAL || this == ORDER_ESCALATED;
    }

    /** Whether it is about a parcel on its way, not about the order's own steps. */
    public boolean ofShipment() {
        return this == SHIPMENT_LATE || this == SHIPMENT_LOST || this == SHIPMENT_RETURNED;
    }

    /** Whether a paper belongs to it, which customers get with the message. @since 1.6 */
    public boolean hasPaper() {
        return this == ORDER_CONFIRMED || this == ORDER_SHIPPED || this == QUOTATION_SENT || ofBill();
    }

    /** Whether it is about an invoice or a credit note. @since 1.6 */
    public boolean ofBill() {
        return this == INVOICE_ISSUED || this == CREDIT_NOTE_ISSUED;
    }

    public boolean ofReturn() {
        return id.startsWith("return.");
    }

    public static Optional<Occasion> of(String id) {
        return Arrays.stream(values()).filter(o -> o.id.equals(id)).findFirst();
    }
}
