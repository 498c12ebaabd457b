package io.amphora.assignment.core;

import io.amphora.assignment.api.AssignmentRequest;
import io.amphora.assignment.api.AssignmentRequest.Candidate;
import io.amphora.assignment.api.Assignments;
import io.amphora.assignment.api.Decision;
import io.amphora.assignment.api.Decision.Asked;
import io.amphora.assignment.api.Decision.Considered;
import io.amphora.assignment.api.Reason;
import io.amphora.assignment.api.Verdict;
import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderAction;
import io.amphora.order.api.OrderActions;
import io.amphora.order.api.OrderAssigner;
import io.amphora.order.api.OrderQueries;
import io.amphora.platform.api.Tx;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Asks the rules by ranking until one decides. Rules are asked before the transaction, which keeps decision and assignment as one. */
@Component(service = {Assignments.class, OrderAssigner.class})
public final class RankedAssignments implements Assignments, OrderAssigner {
    private static final String NONE = "none";
    private static final Actor READER = Actor.system("assignment");

    private final Tx tx;
    private final RuleBook rules;
    private final Question question;
    private final OrderQueries orders;
    private final OrderActions actions;

    @Activate
    public RankedAssignments(@Reference(target = "(domain=assignment)") Tx tx, @Reference RuleBook rules, @Reference Question question, @Reference OrderQueries orders,
                             @Reference OrderActions actions) {
        this.tx = tx;
        this.rules = rules;
        this.question = question;
        this.orders = orders;
        this.actions = actions;
    }

    @Override
    public Decision assign(Actor by, long orderId) {
        by.require(OrderAction.ASSIGN.permission());
        Order order = orders.find(READER, orderId);
        Decision decision = decide(by, order);
        String reason = Texts.cut(decision.ruleId().equals(NONE) ? decision.summary() : decision.ruleTitle() + ": " + decision.summary(), 1000);
        return tx.callWithRetry(em -> {
            actions.assign(by, orderId, order.version(), decision.winner(), decision.assignee(), reason);
            DecisionEntity kept = new DecisionEntity(decision);
            em.persist(kept);
            return kept.toDecision();
        });
    }

    @Override
    public void assignByRules(Actor by, long orderId) {
        assign(by, orderId);
    }

    @Override
    public Decision preview(Actor by, long orderId) {
        by.require(OrderQueries.READ);
        return decide(by, orders.find(READER, orderId));
    }

    private Decision decide(Actor by, Order order) {
        if (!order.possible().contains(OrderAction.ASSIGN)) {
            throw new AmphoraException.Refused(Problem.of("", "order.illegal", "{0} is not possible: order {1} is {2}; possible now: {3}", OrderAction.ASSIGN, order.number(),
                    order.status(), List.copyOf(order.possible())));
        }
        AssignmentRequest request = question.about(order);
        if (request.candidates().isEmpty()) {
            throw new AmphoraException.Refused(Problem.of("", "assignment.no-location", "there is no active location that could handle the order"));
        }
        List<Asked> asked = new ArrayList<>();
        for (ActiveRule rule : rules.rules()) {
            ActiveRule.Answer answer = rule.ask(request, rules.threads());
            asked.add(answer.asked());
            if (answer.verdict() != null) {
                return decision(by, request, rule.id, answer.asked(), answer.verdict(), asked);
            }
        }
        return decision(by, request, NONE, null, withoutRule(order, request), asked);
    }

    /** Who has everything, best where it is reserved already; else where most of it is reserved; else the first by priority. */
    private static Verdict withoutRule(Order order, AssignmentRequest request) {
        Map<Long, Long> lines = order.lines().stream().map(Order.Line::locationId).filter(Objects::nonNull).collect(Collectors.groupingBy(l -> l, Collectors.counting()));
        Candidate best = request.candidates().stream()
                .min(Comparator.<Candidate, Boolean>comparing(c -> !c.inStock()).thenComparing(c -> -lines.getOrDefault(c.locationId(), 0L))).orElseThrow();
        Reason why = best.inStock() ? Reason.of("assignment.none.stock", "No rule decided: {0} has everything", best.code())
                : lines.containsKey(best.locationId()) ? Reason.of("assignment.none.reserved", "No rule decided: {0} has most of the stock reserved", best.code())
                : Reason.of("assignment.none.first", "No rule decided: {0} is the first by priority", best.code());
        return Verdict.of(best.locationId(), null, why, Map.of());
    }

    private static Decision decision(Actor by, AssignmentRequest request, String ruleId, Asked rule, Verdict verdict, List<Asked> asked) {
        List<Considered> considered = request.candidates().stream().map(c -> new Considered(c.locationId(), c.code(), c.name(), c.region(), c.openOrders(), c.inStock(),
                Texts.cut(verdict.reasons().get(c.locationId()), 300), Texts.fit(verdict.why().get(c.locationId())))).toList();
        return new Decision(0, request.orderId(), Instant.now().truncatedTo(ChronoUnit.MICROS), by.name(), ruleId, rule == null ? null : rule.title(), rule == null ? null : rule.bundle(),
                rule == null ? null : rule.bundleVersion(), verdict.winner(), Texts.cut(verdict.assignee(), 100), Texts.cut(verdict.summary(), 500), asked, considered, Texts.fit(verdict.said()));
    }

    @Override
    public List<Decision> decisions(Actor by, long orderId) {
        by.require(OrderQueries.READ);
        return tx.call(em -> em.createQuery("select d from DecisionEntity d where d.orderId = :o order by d.at desc, d.id desc", DecisionEntity.class).setParameter("o", orderId)
                .getResultStream().map(DecisionEntity::toDecision).toList());
    }

    @Override
    public List<RuleInfo> rules(Actor by, Locale locale) {
        by.require(OrderQueries.READ);
        return rules.rules().stream().map(r -> r.info(locale)).toList();
    }
}
