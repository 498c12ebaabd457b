package io.amphora.returns.rest;

import io.amphora.common.Money;
import io.amphora.returns.api.Disposition;
import io.amphora.returns.api.ItemCondition;
import io.amphora.returns.api.Return;
import io.amphora.returns.api.ReturnAction;
import io.amphora.returns.api.ReturnKind;
import io.amphora.returns.api.ReturnOutcome;
import io.amphora.returns.api.ReturnState;
import io.amphora.web.api.Decimals;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** A return. {@code possible} is what can be done now; {@code settlement} what the customer gets, absent before. */
public record ReturnJson(long id, String number, ReturnKind kind, long orderId, String orderNumber, Long customerId, String customerName, String currency, ReturnState state,
                         ReturnOutcome wanted, String note, String carrier, String trackingNumber, String overrideReason, Set<ReturnAction> possible, Instant createdAt, String createdBy,
                         Instant decidedAt, String decidedBy, String decisionReason, Instant changedAt, List<LineJson> lines, SettlementJson settlement, long version) {
    /** A line that comes back. */
    public record LineJson(long id, long orderLineId, int position, String sku, String name, String unit, BigDecimal requested, BigDecimal received, BigDecimal inspected,
                           BigDecimal settled, BigDecimal credited, String reason, String note, List<ReceiptJson> receipts) {
        static LineJson of(Return.Line l) {
            return new LineJson(l.id(), l.orderLineId(), l.position(), l.sku(), l.name(), l.unit(), l.requested(), l.received(), l.inspected(), l.settled(), amount(l.credited()), l.reason(),
                    l.note(), l.receipts().stream().map(ReceiptJson::of).toList());
        }
    }

    /** Goods that came together in one condition. */
    public record ReceiptJson(long id, BigDecimal quantity, ItemCondition condition, String note, Instant receivedAt, String receivedBy, Disposition disposition, Long locationId,
                              Instant inspectedAt, String inspectedBy) {
        static ReceiptJson of(Return.Receipt r) {
            return new ReceiptJson(r.id(), r.quantity(), r.condition(), r.note(), r.receivedAt(), r.receivedBy(), r.disposition(), r.locationId(), r.inspectedAt(), r.inspectedBy());
        }
    }

    /** What the customer gets: credit = goods + charges - fee is not owed any more, giveBack of that was paid. */
    public record SettlementJson(ReturnOutcome outcome, BigDecimal goods, BigDecimal charges, BigDecimal fee, BigDecimal credit, BigDecimal giveBack, Long newOrderId, String newOrderNumber,
                                 String note, Instant at, String by, Instant endedAt, List<StepJson> steps) {
        static SettlementJson of(Return.Settlement s) {
            return s == null ? null : new SettlementJson(s.outcome(), amount(s.goods()), amount(s.charges()), amount(s.fee()), amount(s.credit()), amount(s.giveBack()), s.newOrderId(),
                    s.newOrderNumber(), s.note(), s.at(), s.by(), s.endedAt(), s.steps().stream().map(StepJson::of).toList());
        }
    }

    /** One thing to be done for it. */
    public record StepJson(long id, Return.Step.Kind kind, Return.Step.State state, Long paymentId, BigDecimal amount, boolean byHand, String problemCode, String problem, Instant endedAt) {
        static StepJson of(Return.Step s) {
            return new StepJson(s.id(), s.kind(), s.state(), s.paymentId(), ReturnJson.amount(s.amount()), s.byHand(), s.problem() == null ? null : s.problem().code(),
                    s.problem() == null ? null : s.problem().message(), s.endedAt());
        }
    }

    static BigDecimal amount(Money money) {
        return money == null ? null : Decimals.plain(money.amount());
    }

    static ReturnJson of(Return r) {
        return new ReturnJson(r.id(), r.number(), r.kind(), r.orderId(), r.orderNumber(), r.customerId(), r.customerName(), r.currency(), r.state(), r.wanted(), r.note(), r.carrier(),
                r.trackingNumber(), r.overrideReason(), r.possible(), r.createdAt(), r.createdBy(), r.decidedAt(), r.decidedBy(), r.decisionReason(), r.changedAt(),
                r.lines().stream().map(LineJson::of).toList(), SettlementJson.of(r.settlement()), r.version());
    }
}
