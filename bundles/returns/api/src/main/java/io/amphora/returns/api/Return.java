package io.amphora.returns.api;

import io.amphora.common.Money;
import io.amphora.common.Problem;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * A return, whole, as it stands.
 *
 * @param number         the RMA number, what people call it
 * @param orderNumber    as it was when the return was asked for
 * @param customerId     null for an order of nobody known
 * @param wanted         what the customer asked for; what is done stands in the settlement
 * @param carrier        who brings the goods, null if unknown
 * @param overrideReason why it was let in against the rules, null if it kept them
 * @param decidedBy      who approved or rejected it, null before
 * @param settlement     null until settled
 */
public record Return(long id, String number, ReturnKind kind, long orderId, String orderNumber, Long customerId, String customerName, String currency, ReturnState state,
                     ReturnOutcome wanted, String note, String carrier, String trackingNumber, String overrideReason, Instant createdAt, String createdBy, Instant decidedAt,
                     String decidedBy, String decisionReason, Instant changedAt, List<Line> lines, Settlement settlement, long version) {
    public Return {
        lines = List.copyOf(lines);
    }

    /**
     * A line of an order that comes back, wholly or in part.
     *
     * @param position  of the order line, as the customer sees it
     * @param requested what the customer wants to give back
     * @param received  what came
     * @param inspected what of that is inspected
     * @param settled   what the customer got something for
     * @param credited  what the customer does not owe any more for that
     * @param reason    code of a {@link ReturnReasons.Reason}
     */
    public record Line(long id, long orderLineId, int position, String sku, String name, String unit, BigDecimal requested, BigDecimal received, BigDecimal inspected,
                       BigDecimal settled, Money credited, String reason, String note, List<Receipt> receipts) {
        public Line {
            receipts = List.copyOf(receipts);
        }

        public BigDecimal outstanding() {
            return requested.subtract(received);
        }
    }

    /**
     * Goods that came together in one condition.
     *
     * @param disposition where they went, null until inspected
     * @param locationId  where they are on hand now, null if nowhere
     */
    public record Receipt(long id, BigDecimal quantity, ItemCondition condition, String note, Instant receivedAt, String receivedBy, Disposition disposition, Long locationId,
                          Instant inspectedAt, String inspectedBy) {
    }

    /**
     * What the customer gets, and how far that is.
     *
     * @param credit      what is not owed any more: goods + charges - fee
     * @param giveBack    what of that was paid and so is given back
     * @param newOrderId  of a replacement or an exchange, null otherwise
     * @param endedAt     null until all steps are done
     */
    public record Settlement(ReturnOutcome outcome, Money goods, Money charges, Money fee, Money credit, Money giveBack, Long newOrderId, String newOrderNumber, String note,
                             Instant at, String by, Instant endedAt, List<Step> steps) {
        public Settlement {
            steps = List.copyOf(steps);
        }
    }

    /**
     * One thing to be done for a settlement. It is written before it is done, and done again after a crash, under one key.
     *
     * @param paymentId what it gives back from, null where that is no matter
     * @param amount    null where no money moves
     * @param problem   why it failed, null if it has not
     */
    public record Step(long id, Kind kind, State state, Long paymentId, Money amount, boolean byHand, Problem problem, Instant endedAt) {
        /** What is done. */
        public enum Kind {
            /** Places the new order. */
            ORDER,
            /** Gives money back the way it came. */
            REFUND,
            /** Turns money that was paid into store credit. */
            CREDIT,
            /** Pays the new order with store credit. */
            SPEND
        }

        /** How far it is. */
        public enum State {
            TODO,
            /** A gateway or a person has to answer. */
            WAITING, DONE,
            /** Refused; it takes a person to go on. */
            FAILED
        }
    }

    /** What can be done now, by anybody with the permission. */
    public Set<ReturnAction> possible() {
        Set<ReturnAction> next = ReturnAction.nextOf(state);
        if (kind == ReturnKind.CLAIM || lines.stream().allMatch(l -> l.outstanding().signum() <= 0)) {
            next.remove(ReturnAction.RECEIVE);
        }
        if (settlement == null || settlement.steps().stream().noneMatch(s -> s.state() == Step.State.FAILED)) {
            next.remove(ReturnAction.RETRY);
        }
        return next;
    }
}
