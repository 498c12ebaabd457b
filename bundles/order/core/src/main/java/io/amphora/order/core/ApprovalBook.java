package io.amphora.order.core;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Page;
import io.amphora.common.PageRequest;
import io.amphora.common.Problem;
import io.amphora.common.Problems;
import io.amphora.identity.api.Role;
import io.amphora.order.api.OrderApprovals;
import io.amphora.order.api.OrderQueries;
import io.amphora.order.api.OrderRow;
import io.amphora.order.api.ReviewChecks;
import io.amphora.platform.api.Edits;
import io.amphora.platform.api.Sql;
import io.amphora.platform.api.Tx;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Rules, absences, and what waits for whom. */
@Component
public final class ApprovalBook implements OrderApprovals {
    private final Tx tx;
    private final OrderStore store;
    private final ApprovalRules rules;
    private final ApprovalSteps steps;
    private final Roles roles;
    private final FallingSteps falling;

    @Activate
    public ApprovalBook(@Reference(target = "(domain=order)") Tx tx, @Reference OrderStore store, @Reference ApprovalRules rules, @Reference ApprovalSteps steps, @Reference Roles roles,
                        @Reference FallingSteps falling) {
        this.tx = tx;
        this.store = store;
        this.rules = rules;
        this.steps = steps;
        this.roles = roles;
        this.falling = falling;
    }

    @Override
    public List<Rule> rules(Actor by) {
        by.require(OrderQueries.READ);
        return tx.call(ApprovalTables::rules);
    }

    @Override
    public Rule rule(Actor by, long ruleId) {
        by.require(OrderQueries.READ);
        return tx.call(ApprovalTables::rules).stream().filter(r -> r.id() == ruleId).findFirst().orElseThrow(() -> new AmphoraException.NotFound("approval rule", ruleId));
    }

    @Override
    public long version(Actor by, long ruleId) {
        by.require(OrderQueries.READ);
        return tx.call(em -> Edits.version(em, thing(ruleId)));
    }

    private static String thing(long ruleId) {
        return "order.approval-rule:" + ruleId;
    }

    @Override
    public Rule save(Actor by, Rule rule, long seen) {
        by.require(ReviewChecks.CONFIGURE);
        Rule checked = checked(rule);
        Rule saved = tx.callWithRetry(em -> {
            Rule kept = checked.id() != null ? checked : with(checked, ApprovalTables.add(em, checked));
            if (checked.id() != null) {
                change(em, by, checked, seen);
            }
            tell(by, "order-approval.rule-saved", "\"rule\":" + kept.id() + ",\"name\":" + Texts.json(kept.name()) + ",\"active\":" + kept.active());
            return kept;
        });
        rules.forget();
        return saved;
    }

    private static void change(EntityManager em, Actor by, Rule rule, long seen) {
        if (!ApprovalTables.exists(em, rule.id())) {
            throw new AmphoraException.NotFound("approval rule", rule.id());
        }
        Edits.next(em, thing(rule.id()), "approval rule", seen, by.name());
        if (!ApprovalTables.change(em, rule)) {
            throw new AmphoraException.NotFound("approval rule", rule.id());
        }
    }

    /** Who decides about orders is itself worth a line in the audit log; it belongs to no order. */
    private void tell(Actor by, String topic, String members) {
        store.publish(topic, 0, "{\"by\":" + Texts.json(by.name()) + "," + members + "}");
    }

    private static Rule with(Rule r, long id) {
        return new Rule(id, r.name(), r.active(), r.minTotal(), r.currency(), r.minDiscount(), r.maxMargin(), r.customerId(), r.channel(), r.step(), r.role(), r.person(), r.hours(), r.escalateTo());
    }

    private Rule checked(Rule r) {
        Problems problems = new Problems();
        String name = problems.text("name", r.name(), 100);
        String channel = problems.optionalText("channel", r.channel(), 60);
        String person = problems.optionalText("person", r.person(), 100);
        String role = problems.optionalText("role", r.role(), 20);
        String to = problems.optionalText("escalateTo", r.escalateTo(), 100);
        String currency = problems.optionalText("currency", r.currency(), 3);
        Stream.of("minTotal", "minDiscount").forEach(f -> {
            BigDecimal value = f.equals("minTotal") ? r.minTotal() : r.minDiscount();
            if (value != null) {
                problems.notNegative(f, value, 4);
            }
        });
        problems.check(r.minDiscount() == null || r.minDiscount().compareTo(new BigDecimal(100)) <= 0, "minDiscount", "order.percent", "must be between 0 and 100");
        problems.check(r.maxMargin() == null || r.maxMargin().abs().compareTo(new BigDecimal(1000)) <= 0, "maxMargin", "order.percent", "must be between 0 and 100");
        problems.check(currency == null || Currencies.known(currency).isPresent(), "currency", "order.currency", "{0} is not a currency code of ISO 4217", String.valueOf(currency));
        problems.check(r.step() >= 1 && r.step() <= 99, "step", "order.rule-step", "must be between 1 and 99");
        problems.check(r.hours() == null || r.hours() >= 1 && r.hours() <= 9999, "hours", "order.rule-hours", "must be between 1 and 9,999");
        problems.check(role == null != (person == null), "role", "order.rule-who", "name a role or a person, not both");
        problems.check(role == null || isRole(role), "role", "order.rule-role", "there is no role {0}", String.valueOf(role));
        problems.check(person == null || roles.known(person), "person", "order.rule-person", "nobody signs in as {0}", String.valueOf(person));
        problems.check(to == null || isRole(to) || roles.known(to), "escalateTo", "order.rule-person", "nobody signs in as {0}", String.valueOf(to));
        problems.check(r.hours() == null || to != null, "escalateTo", "order.rule-escalate", "say who decides after the deadline");
        problems.throwIfAny();
        return new Rule(r.id(), name, r.active(), r.minTotal(), currency, r.minDiscount(), r.maxMargin(), r.customerId(), channel, r.step(), role, person, r.hours(), to);
    }

    private static boolean isRole(String name) {
        return Stream.of(Role.values()).anyMatch(x -> x.name().equals(name));
    }

    @Override
    public Removed remove(Actor by, long ruleId, long seen, boolean withSteps) {
        by.require(ReviewChecks.CONFIGURE);
        List<Long> waiting = tx.callWithRetry(em -> {
            if (!ApprovalTables.exists(em, ruleId)) {
                throw new AmphoraException.NotFound("approval rule", ruleId);
            }
            List<Long> orders = FallingSteps.waiting(em, ruleId);
            if (!orders.isEmpty() && !withSteps) {
                throw new AmphoraException.Refused(Problem.of("", OrderApprovals.ORDERS_WAIT, "{0} orders wait for a step of this rule: let them be decided first, or remove it together with these steps",
                        orders.size()));
            }
            Edits.next(em, thing(ruleId), "approval rule", seen, by.name());
            ApprovalTables.remove(em, ruleId);
            tell(by, "order-approval.rule-removed", "\"rule\":" + ruleId);
            return orders;
        });
        rules.forget();
        return falling.fall(by, ruleId, waiting);
    }

    @Override
    public List<Step> steps(Actor by, long orderId) {
        by.require(OrderQueries.READ);
        return tx.call(em -> ApprovalSteps.of(em, orderId).stream().filter(s -> s.state() != StepEntity.State.VOID).map(StepEntity::toStep).toList());
    }

    @Override
    public Page<Waiting> mine(Actor by, PageRequest page) {
        by.require(OrderQueries.READ);
        return tx.call(em -> {
            List<Waiting> found = new ArrayList<>();
            Long after = page.afterNumber();
            List<StepEntity> some = next(em, after == null ? 0 : after);
            while (!some.isEmpty() && found.size() <= page.size()) {
                for (StepEntity step : some) {
                    store.find(em, step.orderId()).filter(o -> steps.obstacle(em, by, o) == null).ifPresent(o -> found.add(new Waiting(step.toStep(), row(em, o.id()))));
                }
                some = next(em, some.get(some.size() - 1).id());
            }
            return Page.of(found, page.size(), w -> w.step().id());
        });
    }

    private static List<StepEntity> next(EntityManager em, long after) {
        return em.createQuery("select s from OrderStepEntity s where s.state = :s and s.id > :a order by s.id", StepEntity.class).setParameter("s", StepEntity.State.NEXT).setParameter("a", after)
                .setMaxResults(50).getResultList();
    }

    private static OrderRow row(EntityManager em, long id) {
        return OrderRows.keyed(Sql.of("select " + OrderRows.COLUMNS + " from orders o where o.id = ?", id).rows(em).get(0)).row();
    }

    @Override
    public Problem obstacle(Actor by, long orderId) {
        by.require(OrderQueries.READ);
        return tx.call(em -> steps.obstacle(em, by, store.require(em, orderId)));
    }

    @Override
    public List<Absence> absences(Actor by) {
        by.require(OrderQueries.READ);
        return tx.call(ApprovalTables::absences).stream().filter(a -> a.person().equals(by.name()) || by.may(ReviewChecks.CONFIGURE)).toList();
    }

    @Override
    public Absence away(Actor by, Absence absence) {
        by.require(OrderQueries.READ);
        Problems problems = new Problems();
        String person = absence.person() == null || absence.person().isBlank() ? by.name() : absence.person().strip();
        String substitute = problems.text("substitute", absence.substitute(), 100);
        problems.check(absence.from() != null, "from", "required", "must not be empty");
        problems.check(absence.to() != null, "to", "required", "must not be empty");
        problems.check(absence.from() == null || absence.to() == null || !absence.to().isBefore(absence.from()), "to", "order.absence-dates", "must not be before the first day");
        problems.check(roles.known(person), "person", "order.rule-person", "nobody signs in as {0}", person);
        problems.check(substitute.isEmpty() || roles.known(substitute), "substitute", "order.rule-person", "nobody signs in as {0}", substitute);
        problems.check(!substitute.equals(person), "substitute", "order.absence-self", "must be somebody else");
        problems.throwIfAny();
        requireOwn(by, person);
        return tx.callWithRetry(em -> {
            tell(by, "order-approval.absence-saved", "\"person\":" + Texts.json(person) + ",\"substitute\":" + Texts.json(substitute) + ",\"from\":\"" + absence.from() + "\",\"to\":\"" + absence.to() + "\"");
            return ApprovalTables.add(em, new Absence(0, person, substitute, absence.from(), absence.to()));
        });
    }

    private static void requireOwn(Actor by, String person) {
        if (!person.equals(by.name())) {
            by.require(ReviewChecks.CONFIGURE);
        }
    }

    @Override
    public void back(Actor by, long absenceId) {
        by.require(OrderQueries.READ);
        tx.callWithRetry(em -> {
            Absence found = ApprovalTables.absences(em).stream().filter(a -> a.id() == absenceId).findFirst().orElseThrow(() -> new AmphoraException.NotFound("absence", absenceId));
            requireOwn(by, found.person());
            ApprovalTables.removeAbsence(em, absenceId);
            tell(by, "order-approval.absence-ended", "\"person\":" + Texts.json(found.person()));
            return null;
        });
    }
}
