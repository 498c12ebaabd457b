package io.amphora.returns.rest;

import io.amphora.order.api.NewOrder;
import io.amphora.returns.api.Disposition;
import io.amphora.returns.api.ItemCondition;
import io.amphora.returns.api.ReturnDesk.Arrival;
import io.amphora.returns.api.ReturnDesk.NewLine;
import io.amphora.returns.api.ReturnDesk.NewReturn;
import io.amphora.returns.api.ReturnDesk.NewSettlement;
import io.amphora.returns.api.ReturnDesk.Verdict;
import io.amphora.returns.api.ReturnKind;
import io.amphora.returns.api.ReturnOutcome;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** What is asked for. */
public final class ReturnIn {
    private ReturnIn() {
    }

    private static <T> List<T> list(List<T> values) {
        return values == null ? List.of() : values;
    }

    /** A return or a claim; {@code overrideReason} lets in what the rules stand against. */
    public record NewIn(ReturnKind kind, ReturnOutcome wanted, String note, String overrideReason, List<LineIn> lines) {
        NewReturn toNew() {
            return new NewReturn(kind, wanted, note, overrideReason, list(lines).stream().map(l -> new NewLine(l.orderLineId(), l.quantity(), l.reason(), l.note())).toList());
        }
    }

    /** A line of the order; {@code reason} is the code of a return reason. */
    public record LineIn(long orderLineId, BigDecimal quantity, String reason, String note) {
    }

    /** Why. */
    public record ReasonIn(String reason) {
    }

    /** Who brings the goods. */
    public record SentIn(String carrier, String trackingNumber) {
    }

    /** Goods that came. */
    public record ArrivalsIn(List<ArrivalIn> arrivals) {
        List<Arrival> toArrivals() {
            return list(arrivals).stream().map(a -> new Arrival(a.lineId(), a.quantity(), a.condition(), a.note())).toList();
        }
    }

    /** Of one line, in one condition. */
    public record ArrivalIn(long lineId, BigDecimal quantity, ItemCondition condition, String note) {
    }

    /** Where goods go. */
    public record VerdictsIn(List<VerdictIn> verdicts) {
        List<Verdict> toVerdicts() {
            return list(verdicts).stream().map(v -> new Verdict(v.receiptId(), v.quantity(), v.disposition(), v.locationId())).toList();
        }
    }

    /** Of one receipt; without a quantity all of it. */
    public record VerdictIn(long receiptId, BigDecimal quantity, Disposition disposition, Long locationId) {
    }

    /** What the customer gets; {@code quantities} by line id, absent: all; {@code lines} of an exchange. */
    public record SettlementIn(ReturnOutcome outcome, Map<Long, BigDecimal> quantities, BigDecimal charges, BigDecimal fee, Boolean byHand, List<OrderLineIn> lines, String note) {
        NewSettlement toNew() {
            return new NewSettlement(outcome, quantities, charges, fee, Boolean.TRUE.equals(byHand),
                    list(lines).stream().map(l -> new NewOrder.Line(l.sku(), l.quantity(), l.unitPrice())).toList(), note);
        }
    }

    /** A line of the new order; without a price that of the list. */
    public record OrderLineIn(String sku, BigDecimal quantity, BigDecimal unitPrice) {
    }

    /** Whether without gateways. */
    public record RetryIn(Boolean byHand) {
    }

    /** A remark. */
    public record CommentIn(String text) {
    }
}
