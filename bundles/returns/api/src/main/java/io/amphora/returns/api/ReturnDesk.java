package io.amphora.returns.api;

import io.amphora.common.Actor;
import io.amphora.order.api.NewOrder;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Moving returns on. Each method is one transaction and one {@link ReturnAction}: checks its permission, the version the caller saw, and the transition table; an
 * illegal one is refused with the reason and what is possible. Publishes, keyed by order id and with {@code return} as its id, {@code returns.requested},
 * {@code returns.approved}, {@code returns.rejected}, {@code returns.sent}, {@code returns.received}, {@code returns.inspected}, {@code returns.settled} (the customer does not
 * owe {@code credit} any more: time for a credit note), {@code returns.completed}, {@code returns.cancelled}, {@code returns.failed}. Thread-safe.
 */
@ProviderType
public interface ReturnDesk {
    String REQUEST = "returns.request";
    String DECIDE = "returns.decide";
    String RECEIVE = "returns.receive";
    String SETTLE = "returns.settle";
    String OVERRIDE = "returns.override";

    /**
     * What a customer asks for.
     *
     * @param note           may be null
     * @param overrideReason lets in what the rules of {@link Returns#returnable} stand against, never more than was ordered; needs {@code returns.override}; null: they hold
     */
    record NewReturn(ReturnKind kind, ReturnOutcome wanted, String note, String overrideReason, List<NewLine> lines) {
        public NewReturn {
            lines = lines == null ? List.of() : List.copyOf(lines);
        }
    }

    /** @param quantity above zero @param reason code @param note may be null */
    record NewLine(long orderLineId, BigDecimal quantity, String reason, String note) {
    }

    /** @param lineId of the return's line */
    record Arrival(long lineId, BigDecimal quantity, ItemCondition condition, String note) {
    }

    /**
     * @param quantity   null means all of the receipt; less parts it in two
     * @param locationId for RESTOCK: where to, null means where the goods came from; else ignored
     */
    record Verdict(long receiptId, BigDecimal quantity, Disposition disposition, Long locationId) {
    }

    /**
     * @param quantities by line id what the customer gets something for, at most what was inspected (claims: asked for); null means all
     * @param charges    of the order's charges, null means none
     * @param fee        null means that of the policy
     * @param byHand     money goes back without gateways
     * @param lines      of the new order of an exchange; else ignored
     * @param note       for the timeline, may be null
     */
    record NewSettlement(ReturnOutcome outcome, Map<Long, BigDecimal> quantities, BigDecimal charges, BigDecimal fee, boolean byHand, List<NewOrder.Line> lines, String note) {
        public NewSettlement {
            quantities = quantities == null ? null : Map.copyOf(quantities);
            lines = lines == null ? List.of() : List.copyOf(lines);
        }

        public static NewSettlement of(ReturnOutcome outcome) {
            return new NewSettlement(outcome, null, null, null, false, null, null);
        }
    }

    /**
     * @param key of the caller: the same one again gives the return it made; null means none
     * @throws io.amphora.common.AmphoraException.Invalid naming all that is wrong
     * @throws io.amphora.common.AmphoraException.Refused naming every line that may not come back
     */
    Return request(Actor by, long orderId, NewReturn wanted, String key);

    /** @param reason may be null */
    Return approve(Actor by, long id, long version, String reason);

    /** @param reason required */
    Return reject(Actor by, long id, long version, String reason);

    /** @param carrier and trackingNumber may be null */
    Return send(Actor by, long id, long version, String carrier, String trackingNumber);

    /** Never more than was asked for. */
    Return receive(Actor by, long id, long version, List<Arrival> arrivals);

    /** Moves stock: RESTOCK and QUARANTINE raise on hand. */
    Return inspect(Actor by, long id, long version, List<Verdict> verdicts);

    /**
     * Decides and does it. Above the limit of the policy, whoever asked for the return or approved it is refused. Gateways are asked outside transactions, so call this
     * outside of them, too; what a crash or a silent gateway leaves open is gone on with by itself.
     */
    Return settle(Actor by, long id, long version, NewSettlement settlement);

    /** Plans anew what failed. @param byHand without gateways */
    Return retry(Actor by, long id, long version, boolean byHand);

    /** @param reason required */
    Return cancel(Actor by, long id, long version, String reason);

    /** A remark on the timeline. Needs {@code returns.read}. */
    void comment(Actor by, long id, String text);
}
