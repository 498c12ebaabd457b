package io.amphora.returns.core;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.common.Problems;
import io.amphora.order.api.NewOrder;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderQueries;
import io.amphora.payment.api.PaymentPosition;
import io.amphora.payment.api.Payments;
import io.amphora.returns.api.RefundQuote;
import io.amphora.returns.api.Return;
import io.amphora.returns.api.ReturnAction;
import io.amphora.returns.api.ReturnDesk.NewSettlement;
import io.amphora.returns.api.ReturnKind;
import io.amphora.returns.api.ReturnOutcome;
import io.amphora.returns.core.store.Before;
import io.amphora.returns.core.store.ReturnEntity;
import io.amphora.returns.core.store.ReturnLineEntity;
import io.amphora.returns.core.store.ReturnRows;
import io.amphora.returns.core.store.ReturnStepEntity;
import io.amphora.returns.core.store.Sums;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Decides what the customer gets, and writes down what has to be done for it. */
@Component(service = SettleReturn.class)
public final class SettleReturn {
    static final Actor SYSTEM = Actor.system("returns");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int NOTE = 2000;
    private static final int LINES_JSON = 16_000;

    private final ReturnWork work;
    private final OrderQueries orders;
    private final Payments payments;
    private final Quotes quotes;
    private final PolicyStore policy;
    private final MoneyPlan plan;
    private final ReturnLog log;

    @Activate
    public SettleReturn(@Reference ReturnWork work, @Reference OrderQueries orders, @Reference Payments payments, @Reference Quotes quotes, @Reference PolicyStore policy,
                        @Reference MoneyPlan plan, @Reference ReturnLog log) {
        this.work = work;
        this.orders = orders;
        this.payments = payments;
        this.quotes = quotes;
        this.policy = policy;
        this.plan = plan;
        this.log = log;
    }

    Return begin(Actor by, long id, long version, NewSettlement wanted) {
        by.require(ReturnAction.SETTLE.permission());
        Problems problems = new Problems();
        String note = problems.optionalText("note", wanted.note(), NOTE);
        problems.throwIfAny();
        return work.act(by, id, version, ReturnAction.SETTLE, (em, r) -> {
            Order order = orders.find(SYSTEM, r.paidOrderId());
            PaymentPosition position = payments.position(SYSTEM, r.paidOrderId());
            RefundQuote quote = quotes.quote(em, r, order, position, wanted);
            check(r, order, wanted, quote, by);
            String newLines = wanted.outcome().orders() ? json(r, order, wanted, quote) : null;
            r.settle(wanted.outcome(), new Sums(quote.goods().amount(), quote.charges().amount(), quote.fee().amount(), quote.credit().amount()), wanted.byHand(), newLines, note, by.name(), ReturnLog.now());
            lines(em, r, wanted.outcome(), quote, quotes.noted(em, r, quote.lines()));
            em.flush();
            if (newLines == null) {
                plan.money(em, r, order, null);
            } else {
                em.persist(new ReturnStepEntity(r.id(), Return.Step.Kind.ORDER, null, null, false, UUID.randomUUID().toString(), MoneyPlan.leased()));
                log.remember(em, r.id(), "settling", by.name(), note);
            }
        });
    }

    RefundQuote quote(EntityManager em, ReturnEntity r, NewSettlement wanted) {
        return quotes.quote(em, r, orders.find(SYSTEM, r.paidOrderId()), payments.position(SYSTEM, r.paidOrderId()), wanted);
    }

    private void check(ReturnEntity r, Order order, NewSettlement wanted, RefundQuote quote, Actor by) {
        List<Problem> refused = new ArrayList<>();
        boolean needsCustomer = wanted.outcome() == ReturnOutcome.STORE_CREDIT || wanted.outcome() == ReturnOutcome.EXCHANGE;
        if (needsCustomer && r.customerId() == null) {
            refused.add(Problem.of("outcome", "returns.nobody", "order {0} has no customer who could have store credit", r.orderNumber()));
        }
        if (wanted.outcome() == ReturnOutcome.REPAIR && r.kind() == ReturnKind.CLAIM) {
            refused.add(Problem.of("outcome", "returns.repair-claim", "nothing came back that could be repaired"));
        }
        if (wanted.outcome() == ReturnOutcome.EXCHANGE && wanted.lines().isEmpty()) {
            throw new AmphoraException.Invalid(Problem.of("lines", "required", "must not be empty"));
        }
        BigDecimal limit = policy.rules().fourEyesAbove();
        BigDecimal value = wanted.outcome().credits() ? quote.credit().amount() : wanted.outcome() == ReturnOutcome.REPLACEMENT ? quote.goods().amount() : BigDecimal.ZERO;
        if (limit != null && value.compareTo(limit) > 0 && (by.name().equals(r.createdBy()) || by.name().equals(r.decidedBy()))) {
            refused.add(Problem.of("", "returns.four-eyes", "above {0} {1} somebody else has to settle return {2}: you asked for it or approved it", limit.stripTrailingZeros().toPlainString(),
                    r.currency(), r.number()));
        }
        if (!refused.isEmpty()) {
            throw new AmphoraException.Refused(refused);
        }
    }

    private static void lines(EntityManager em, ReturnEntity r, ReturnOutcome outcome, RefundQuote quote, Map<Long, Before> noted) {
        Map<Long, RefundQuote.Line> by = quote.lines().stream().collect(Collectors.toMap(RefundQuote.Line::lineId, l -> l));
        for (ReturnLineEntity l : ReturnRows.lines(em, r.id())) {
            RefundQuote.Line q = by.get(l.id());
            l.settle(q.quantity(), outcome.credits() ? q.amount().amount() : null, noted.getOrDefault(l.id(), Before.NOTHING));
        }
    }

    /** The lines of the new order: the same goods for nothing, or what was chosen. */
    private static String json(ReturnEntity r, Order order, NewSettlement wanted, RefundQuote quote) {
        ArrayNode all = JSON.createArrayNode();
        if (wanted.outcome() == ReturnOutcome.REPLACEMENT) {
            quote.lines().stream().filter(l -> l.quantity().signum() > 0).forEach(l -> all.addObject().put("sku", l.sku()).put("quantity", l.quantity().toPlainString()).put("price", "0"));
        } else {
            wanted.lines().forEach(l -> all.addObject().put("sku", l.sku()).put("quantity", l.quantity() == null ? null : l.quantity().toPlainString())
                    .put("price", l.unitPrice() == null ? null : l.unitPrice().toPlainString()));
        }
        String text = all.toString();
        if (text.length() > LINES_JSON) {
            throw new AmphoraException.Invalid(Problem.of("lines", "returns.too-many", "at most {0} are possible", all.size() / 2));
        }
        return text;
    }

    static List<NewOrder.Line> lines(String json) {
        List<NewOrder.Line> lines = new ArrayList<>();
        try {
            for (JsonNode l : JSON.readTree(json)) {
                lines.add(new NewOrder.Line(l.path("sku").asText(null), decimal(l.path("quantity")), decimal(l.path("price"))));
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(json, e);
        }
        return lines;
    }

    private static BigDecimal decimal(JsonNode node) {
        return node.isNull() || node.isMissingNode() ? null : new BigDecimal(node.asText());
    }

    Return retry(Actor by, long id, long version, boolean byHand) {
        return work.act(by, id, version, ReturnAction.RETRY, (em, r) -> {
            plan.again(em, r, byHand);
            log.say(em, r, "retried", by.name(), null);
        });
    }
}
