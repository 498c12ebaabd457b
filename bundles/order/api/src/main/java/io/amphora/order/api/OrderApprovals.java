package io.amphora.order.api;

import io.amphora.common.Actor;
import io.amphora.common.Page;
import io.amphora.common.PageRequest;
import io.amphora.common.Problem;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Steps of approval that an order takes by what it is: rules say which, in order. {@link OrderActions#approve} decides the next open step; the last one lets the order
 * go. Nobody decides on an order that he entered or changed, nor on two steps of one order. Publishes {@code order.step-approved}, {@code order.escalated}. Thread-safe.
 */
@ProviderType
public interface OrderApprovals {
    /**
     * When a step is needed: all conditions that are not null must hold.
     *
     * @param id          null for a new one
     * @param minTotal    the order's total is at least this, in its own currency
     * @param currency    only orders in it, null for any
     * @param minDiscount percent below the list prices, of the whole order, at least
     * @param maxMargin   percent of the total that is left after cost, less than; only where the costs of all products are known
     * @param customerId  only of this customer
     * @param channel     only from there
     * @param step        1, 2, 3: when several rules hold, in this order; rules of one number are one step each, by id
     * @param role        who decides ({@code MANAGER}), null if a person does
     * @param person      sign-in name, null if a role does
     * @param hours       after which it is escalated, null: never
     * @param escalateTo  role or sign-in name of who may then decide, too
     */
    record Rule(Long id, String name, boolean active, BigDecimal minTotal, String currency, BigDecimal minDiscount, BigDecimal maxMargin, Long customerId, String channel, int step, String role,
                String person, Integer hours, String escalateTo) {
    }

    /**
     * One step of an order.
     *
     * @param onBehalfOf whom the decider stood in for, null if nobody
     * @param decidedAt  null while open
     */
    record Step(long id, long orderId, int step, String rule, String role, String person, Instant dueAt, Instant escalatedAt, String escalatedTo, String decidedBy, String onBehalfOf,
                Instant decidedAt, String reason) {
        public boolean isOpen() {
            return decidedAt == null;
        }
    }

    /** An order whose next step waits. */
    record Waiting(Step step, OrderRow order) {
    }

    /** Somebody is away, both days included, and somebody stands in. */
    record Absence(long id, String person, String substitute, LocalDate from, LocalDate to) {
    }

    /** Code of the refusal to remove a rule. */
    String ORDERS_WAIT = "order.rule-waits";

    /** Needs {@code order.read}. */
    List<Rule> rules(Actor by);

    /** Needs {@code order.read}. @throws io.amphora.common.AmphoraException.NotFound if there is no such rule */
    Rule rule(Actor by, long ruleId);

    /** The version of a rule, for {@link #save} and {@link #remove}; read it before the rule. Needs {@code order.read}. */
    long version(Actor by, long ruleId);

    /** Needs {@code order.configure}. @return with its id @param seen the version that was read; somebody else was faster: {@link io.amphora.common.AmphoraException.Stale} */
    Rule save(Actor by, Rule rule, long seen);

    /** A new rule, or whatever is there now: for programs that set up an installation. */
    default Rule save(Actor by, Rule rule) {
        return save(by, rule, -1);
    }

    /** Needs {@code order.configure}. @param seen as in {@link #save}; @throws io.amphora.common.AmphoraException.Refused with {@link #ORDERS_WAIT} if orders wait for a step of it */
    default void remove(Actor by, long ruleId, long seen) {
        remove(by, ruleId, seen, false);
    }

    /**
     * Needs {@code order.configure}. With the steps that orders wait for: they fall, which the orders' timelines say, and an order that waits for nothing else passes. Not so for
     * orders that {@code by} entered or changed: their steps are decided by somebody else as before. Publishes {@code order.step-fell}.
     *
     * @param seen      as in {@link #save}
     * @param withSteps false: refused with {@link #ORDERS_WAIT} if orders wait for a step of it
     * @since 1.14
     */
    Removed remove(Actor by, long ruleId, long seen, boolean withSteps);

    /** What became of the orders that waited. @param passed go on; @param waiting wait for something else; @param own keep their step, as who removed the rule had a hand in them */
    record Removed(int passed, int waiting, int own) {
    }

    /** Needs {@code order.read}. In the order they are taken. */
    List<Step> steps(Actor by, long orderId);

    /** Orders whose next step waits for this actor, oldest first. Needs {@code order.read}. */
    Page<Waiting> mine(Actor by, PageRequest page);

    /** Why this actor cannot decide the order's next step now; null if he can, or there is none. Needs {@code order.read}. */
    Problem obstacle(Actor by, long orderId);

    /** Own absences; those of all with {@code order.configure}. */
    List<Absence> absences(Actor by);

    /** For oneself, or for anybody with {@code order.configure}. @param id ignored */
    Absence away(Actor by, Absence absence);

    void back(Actor by, long absenceId);
}
