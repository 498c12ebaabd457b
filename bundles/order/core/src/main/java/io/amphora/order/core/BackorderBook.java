package io.amphora.order.core;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Page;
import io.amphora.common.PageRequest;
import io.amphora.common.Problem;
import io.amphora.common.Problems;
import io.amphora.order.api.NewOrder;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderAction;
import io.amphora.order.api.OrderAmendments;
import io.amphora.order.api.OrderBackorders;
import io.amphora.order.api.OrderQueries;
import io.amphora.order.api.OrderStatus;
import io.amphora.order.api.Promise;
import io.amphora.order.api.ReviewChecks;
import io.amphora.platform.api.Edits;
import io.amphora.platform.api.Sql;
import io.amphora.platform.api.Tx;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Policies, what waits, and how an order is to be delivered. */
@Component
public final class BackorderBook implements OrderBackorders {
    private static final String POLICY = "order.backorder-policy";
    private static final String LEAD_DAYS = "order.lead-days";

    private final Tx tx;
    private final OrderStore store;
    private final BackorderRules rules;
    private final AllocateBackorders allocate;
    private final LeadTimes leadTimes;

    @Activate
    public BackorderBook(@Reference(target = "(domain=order)") Tx tx, @Reference OrderStore store, @Reference BackorderRules rules, @Reference AllocateBackorders allocate,
                         @Reference LeadTimes leadTimes) {
        this.tx = tx;
        this.store = store;
        this.rules = rules;
        this.allocate = allocate;
        this.leadTimes = leadTimes;
    }

    @Override
    public Policy policy(Actor by) {
        by.require(OrderQueries.READ);
        return rules.all();
    }

    @Override
    public long policyVersion(Actor by) {
        by.require(OrderQueries.READ);
        return tx.call(em -> Edits.version(em, POLICY));
    }

    @Override
    public long leadDaysVersion(Actor by) {
        by.require(OrderQueries.READ);
        return tx.call(em -> Edits.version(em, LEAD_DAYS));
    }

    @Override
    public void setPolicy(Actor by, Policy policy, long seen) {
        by.require(ReviewChecks.CONFIGURE);
        Problems problems = new Problems();
        problems.check(policy != null, "policy", "required", "must not be empty");
        problems.throwIfAny();
        tx.callWithRetry(em -> {
            Edits.next(em, POLICY, "backorder policy", seen, by.name());
            rules.setAll(policy);
            store.publish("order-backorder.policy", 0, "{\"by\":" + Texts.json(by.name()) + ",\"policy\":\"" + policy + "\"}");
            return null;
        });
    }

    @Override
    public Map<String, Policy> products(Actor by) {
        by.require(OrderQueries.READ);
        return new TreeMap<>(rules.products());
    }

    @Override
    public void setProduct(Actor by, String sku, Policy policy, long seen) {
        by.require(ReviewChecks.CONFIGURE);
        Problems problems = new Problems();
        String key = problems.text("sku", sku, 40);
        problems.throwIfAny();
        tx.callWithRetry(em -> {
            Edits.next(em, POLICY, "backorder policy", seen, by.name());
            Sql.of("delete from order_backorder_policy where sku = ?", key).update(em);
            store.publish("order-backorder.policy", 0, "{\"by\":" + Texts.json(by.name()) + ",\"sku\":" + Texts.json(key) + ",\"policy\":\"" + policy + "\"}");
            return policy == null ? 0 : Sql.of("insert into order_backorder_policy (sku, policy) values (?, ?)", key, policy).update(em);
        });
        rules.forget();
    }

    @Override
    public LeadDays leadDays(Actor by) {
        by.require(OrderQueries.READ);
        return new LeadDays(leadTimes.all(), leadTimes.products());
    }

    @Override
    public void setLeadDays(Actor by, String sku, Integer days, long seen) {
        by.require(ReviewChecks.CONFIGURE);
        Problems problems = new Problems();
        String key = sku == null ? null : problems.text("sku", sku, 40);
        problems.check(days == null || days >= 0 && days <= LeadTimes.MOST, "days", "order.lead-days", "must be between 0 and {0} days", LeadTimes.MOST);
        problems.throwIfAny();
        tx.callWithRetry(em -> {
            Edits.next(em, LEAD_DAYS, "lead days", seen, by.name());
            leadTimes.set(key, days);
            store.publish("order-backorder.policy", 0, "{\"by\":" + Texts.json(by.name()) + (key == null ? "" : ",\"sku\":" + Texts.json(key)) + ",\"leadDays\":" + days + "}");
            return null;
        });
    }

    @Override
    public Page<Waiting> waiting(Actor by, String sku, PageRequest page) {
        by.require(OrderQueries.READ);
        Long after = page.afterNumber();
        return tx.call(em -> {
            Sql sql = Sql.of("select b.order_id, o.order_number, b.line_id, b.sku, b.quantity, b.priority, o.placed_at, o.customer_name,"
                    + " l.promised_first, l.promised_date, o.promised_first, o.promised_date from order_backorder b join orders o on o.id = b.order_id join order_line l on l.id = b.line_id where 1 = 1")
                    .addIf(sku, " and b.sku = ?");
            if (after != null) {
                sql.add(" and exists (select 1 from order_backorder s where s.line_id = ? and (b.priority < s.priority or b.priority = s.priority and (b.placed_key > s.placed_key"
                        + " or b.placed_key = s.placed_key and b.line_id > s.line_id)))", after);
            }
            List<Waiting> rows = sql.add(" order by b.priority desc, b.placed_key, b.line_id").first(page.size() + 1).rows(em).stream().map(BackorderBook::waiting).toList();
            return Page.of(rows, page.size(), Waiting::lineId);
        });
    }

    private static Waiting waiting(Object[] c) {
        return new Waiting(OrderRows.number(c[0]), (String) c[1], OrderRows.number(c[2]), (String) c[3], Numbers.quantity((BigDecimal) c[4]), (int) OrderRows.number(c[5]),
                c[6] == null ? null : OrderRows.instant(c[6]), (String) c[7], c[9] != null ? promise(c[8], c[9]) : promise(c[10], c[11]));
    }

    private static Promise promise(Object first, Object current) {
        return current == null ? Promise.NONE : new Promise(date(first), date(current));
    }

    private static LocalDate date(Object value) {
        return value instanceof LocalDate d ? d : ((java.sql.Date) value).toLocalDate();
    }

    @Override
    public Order terms(Actor by, long id, long version, NewOrder.Delivery delivery) {
        by.require(OrderAmendments.AMEND);
        Problems problems = new Problems();
        problems.check(delivery != null, "delivery", "required", "must not be empty");
        problems.check(delivery == null || Math.abs(delivery.priority()) <= 100, "priority", "order.priority", "must be between -100 and 100");
        problems.throwIfAny();
        return tx.callWithRetry(em -> {
            OrderEntity order = store.require(em, id, version);
            if (order.historic() || order.status().isFinal() || order.status() == OrderStatus.DRAFT) {
                throw new AmphoraException.Refused(Problem.of("", "order.terms-never", "order {0} is {1}: how it is delivered cannot be changed", order.number(), order.status()));
            }
            Instant now = OrderStore.now();
            NewOrder.Delivery before = order.delivery();
            order.deliver(delivery);
            order.touched(now);
            store.remember(em, order, now, by, "terms", "delivery", text(before), text(delivery), null);
            store.publish(order, by, "terms");
            em.flush();
            return store.whole(em, order);
        });
    }

    private static String text(NewOrder.Delivery d) {
        return (d.shipComplete() ? "ship complete" : "ship in parts") + ", priority " + d.priority() + (d.backorders() == null ? "" : d.backorders() ? ", backorders" : ", no backorders");
    }

    @Override
    public int allocate(Actor by, String sku) {
        by.require(OrderAction.SHIP.permission());
        return allocate.allocate(by, sku);
    }
}
