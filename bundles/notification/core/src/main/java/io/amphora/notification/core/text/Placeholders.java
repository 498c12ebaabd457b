package io.amphora.notification.core.text;

import io.amphora.notification.api.Audience;
import io.amphora.notification.api.Occasion;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Which names may stand in which template. What is internal is not offered in texts for customers. */
public final class Placeholders {
    private static final List<String> ORDER = List.of("order.number", "order.date", "order.total", "order.reference", "order.lines", "customer.name", "ship.to");
    private static final List<String> ORDER_INTERNAL = List.of("order.status", "order.channel", "order.assignee", "order.link", "by");
    /** A sentence with the link, empty where there is none. */
    public static final String TRACKING = "order.tracking";
    /** The page where the customer follows the order. */
    public static final String TRACKING_LINK = "order.tracking-link";
    private static final Set<Occasion> FOLLOWED = EnumSet.of(Occasion.ORDER_CONFIRMED, Occasion.ORDER_SHIPPED, Occasion.ORDER_DELIVERED);
    private static final List<String> STOCK = List.of("stock.sku", "stock.location", "stock.available", "stock.on-hand", "stock.safety", "stock.link");

    private static final List<String> INBOX = List.of("inbox.channel", "inbox.number", "inbox.problems", "inbox.link");

    private Placeholders() {
    }

    public static List<String> of(Occasion occasion, Audience audience) {
        List<String> names = new ArrayList<>(List.of("recipient.name", "installation.name"));
        if (!occasion.ofOrder()) {
            names.addAll(occasion == Occasion.INBOX_FAILED ? INBOX : STOCK);
            return names;
        }
        names.addAll(ORDER);
        if (occasion == Occasion.ORDER_SHIPPED || occasion == Occasion.ORDER_DELIVERED) {
            names.addAll(List.of("shipment.carrier", "shipment.tracking", "shipment.lines"));
        }
        if (audience == Audience.CUSTOMER && FOLLOWED.contains(occasion)) {
            names.addAll(List.of(TRACKING, TRACKING_LINK));
        }
        if (occasion == Occasion.ORDER_CANCELLED) {
            names.add("cancelled.lines");
        }
        if (occasion.ofShipment()) {
            names.add("shipment.number");
        }
        if (occasion == Occasion.QUOTATION_SENT) {
            names.addAll(List.of("quotation.number", "quotation.valid-until"));
        }
        if (occasion.ofBill()) {
            names.add("document.number");
        }
        if (occasion.ofReturn()) {
            names.addAll(List.of("return.number", "return.credit", "reason"));
        }
        if (occasion == Occasion.ORDER_APPROVAL || occasion == Occasion.ORDER_ESCALATED) {
            names.add("approval.rule");
        }
        if (occasion == Occasion.PAYMENT_OVERDUE) {
            names.add("payment.due");
        }
        if (occasion == Occasion.PAYMENT_RECEIVED || occasion == Occasion.PAYMENT_OVERDUE) {
            names.add("payment.amount");
        }
        if (occasion == Occasion.ORDER_MENTIONED) {
            names.add("comment");
        }
        if (audience == Audience.STAFF) {
            names.addAll(ORDER_INTERNAL);
            if (occasion == Occasion.ORDER_CANCELLED || occasion == Occasion.ORDER_REJECTED || occasion == Occasion.ORDER_HELD) {
                names.add("reason");
            }
        }
        return names;
    }
}
