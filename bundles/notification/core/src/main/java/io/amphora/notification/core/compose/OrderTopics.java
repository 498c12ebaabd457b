package io.amphora.notification.core.compose;

import com.fasterxml.jackson.databind.JsonNode;
import io.amphora.notification.api.Occasion;
import io.amphora.platform.api.Event;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which events messages about orders are written of, and what these say besides the order. */
final class OrderTopics {
    private static final String BILL = "document.issued";
    private static final Map<String, Occasion> OCCASIONS = Map.ofEntries(Map.entry("order.approved", Occasion.ORDER_CONFIRMED),
            Map.entry("order.rejected", Occasion.ORDER_REJECTED),
            Map.entry("order.assigned", Occasion.ORDER_ASSIGNED),
            Map.entry("order.shipped", Occasion.ORDER_SHIPPED),
            Map.entry("order.delivered", Occasion.ORDER_DELIVERED),
            Map.entry("order.cancelled", Occasion.ORDER_CANCELLED),
            Map.entry("quotation.sent", Occasion.QUOTATION_SENT),
            Map.entry("order.commented", Occasion.ORDER_MENTIONED),
            Map.entry("order.approval-asked", Occasion.ORDER_APPROVAL),
            Map.entry("order.approval-escalated", Occasion.ORDER_ESCALATED),
            Map.entry("returns.approved", Occasion.RETURN_APPROVED),
            Map.entry("returns.rejected", Occasion.RETURN_REJECTED),
            Map.entry("returns.received", Occasion.RETURN_RECEIVED),
            Map.entry("returns.completed", Occasion.RETURN_COMPLETED),
            Map.entry("shipment.late", Occasion.SHIPMENT_LATE),
            Map.entry("shipment.lost", Occasion.SHIPMENT_LOST),
            Map.entry("shipment.returned", Occasion.SHIPMENT_RETURNED),
            Map.entry("order.held", Occasion.ORDER_HELD),
            Map.entry("pick.to-put-back", Occasion.GOODS_TO_PUT_BACK),
            Map.entry("payment.paid", Occasion.PAYMENT_RECEIVED),
            Map.entry("payment.overdue", Occasion.PAYMENT_OVERDUE),
            Map.entry("returns.requested", Occasion.RETURN_REQUESTED));
    /** What happens to something else, which says of which order it is. */
    private static final Set<Occasion> OF_OTHERS = EnumSet.of(Occasion.QUOTATION_SENT, Occasion.SHIPMENT_LATE, Occasion.SHIPMENT_LOST, Occasion.SHIPMENT_RETURNED,
            Occasion.GOODS_TO_PUT_BACK, Occasion.INVOICE_ISSUED, Occasion.CREDIT_NOTE_ISSUED);

    /** What drafts are told of, too. */
    private static final Set<Occasion> EARLY = EnumSet.of(Occasion.QUOTATION_SENT, Occasion.ORDER_MENTIONED);

    private OrderTopics() {
    }

    static List<String> all() {
        List<String> topics = new ArrayList<>(OCCASIONS.keySet());
        topics.add("order.placed");
        topics.add(BILL);
        return topics;
    }

    /** What was placed and needs no review is confirmed at once. Null: nobody is told of it. */
    static Occasion occasion(Event event, JsonNode payload) {
        return switch (event.topic()) {
            case "order.placed" -> payload.path("status").asText("").equals("IN_REVIEW") ? Occasion.ORDER_RECEIVED : Occasion.ORDER_CONFIRMED;
            case BILL -> switch (payload.path("kind").asText("")) {
                case "invoice" -> Occasion.INVOICE_ISSUED;
                case "credit-note" -> Occasion.CREDIT_NOTE_ISSUED;
                default -> null;
            };
            default -> OCCASIONS.get(event.topic());
        };
    }

    /** Whether the number of its event is not the order's. */
    static boolean ofOthers(Occasion occasion) {
        return OF_OTHERS.contains(occasion);
    }

    static boolean early(Occasion occasion) {
        return EARLY.contains(occasion);
    }

    /** What an event says besides the order. */
    static void say(Map<String, String> facts, Occasion occasion, JsonNode payload, String language) {
        facts.put("approval.rule", payload.path("rule").asText(""));
        facts.put("comment", payload.path("text").asText(""));
        facts.put("shipment.number", occasion.ofShipment() ? payload.path("number").asText("") : "");
        facts.put("document.number", occasion.ofBill() ? payload.path("number").asText("") : "");
        facts.put("quotation.number", occasion == Occasion.QUOTATION_SENT ? payload.path("number").asText("") : "");
        facts.put("quotation.valid-until", OrderFacts.day(payload.path("validUntil").asText(""), language));
        facts.put("payment.amount", OrderFacts.money(payload, "amount", language));
        facts.put("payment.due", OrderFacts.day(payload.path("dueOn").asText(""), language));
        facts.put("return.number", payload.path("rma").asText(""));
        facts.put("return.credit", OrderFacts.money(payload, "credit", language));
    }
}
