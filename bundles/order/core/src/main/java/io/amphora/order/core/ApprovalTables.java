package io.amphora.order.core;

import io.amphora.order.api.OrderApprovals.Absence;
import io.amphora.order.api.OrderApprovals.Rule;
import io.amphora.platform.api.Sql;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** Rules and absences: small tables that people edit. For use inside a transaction. */
final class ApprovalTables {
    private static final String RULE = "rule_name, active, min_total, currency, min_discount, max_margin, customer_id, channel, step_no, role_name, person, hours, escalate_to";

    private ApprovalTables() {
    }

    static List<Rule> rules(EntityManager em) {
        return Sql.of("select r.id, r." + RULE.replace(", ", ", r.") + " from order_approval_rule r order by r.step_no, r.id").rows(em).stream().map(ApprovalTables::rule).toList();
    }

    private static Rule rule(Object[] c) {
        return new Rule(OrderRows.number(c[0]), (String) c[1], (Boolean) c[2], plain(c[3]), (String) c[4], plain(c[5]), plain(c[6]), c[7] == null ? null : OrderRows.number(c[7]), (String) c[8],
                (int) OrderRows.number(c[9]), (String) c[10], (String) c[11], c[12] == null ? null : (int) OrderRows.number(c[12]), (String) c[13]);
    }

    private static BigDecimal plain(Object value) {
        return value == null ? null : Numbers.quantity((BigDecimal) value);
    }

    static long add(EntityManager em, Rule r) {
        long id = Sequences.next(em, "s_order_approval", 1)[0];
        Sql.batch(em, "insert into order_approval_rule (" + RULE + ", id) values (?,?,?,?,?,?,?,?,?,?,?,?,?,?)", List.<Object[]>of(values(r, id)));
        return id;
    }

    static boolean change(EntityManager em, Rule r) {
        return Sql.batch(em, "update order_approval_rule set " + RULE.replace(", ", " = ?, ") + " = ? where id = ?", List.<Object[]>of(values(r, r.id())))[0] == 1;
    }

    private static Object[] values(Rule r, long id) {
        return new Object[] {r.name(), r.active(), r.minTotal(), r.currency(), r.minDiscount(), r.maxMargin(), r.customerId(), r.channel(), r.step(), r.role(), r.person(), r.hours(), r.escalateTo(), id};
    }

    static boolean exists(EntityManager em, long id) {
        return !Sql.of("select r.id from order_approval_rule r where r.id = ?", id).values(em).isEmpty();
    }

    static boolean remove(EntityManager em, long id) {
        return Sql.of("delete from order_approval_rule where id = ?", id).update(em) == 1;
    }

    static List<Absence> absences(EntityManager em) {
        return Sql.of("select a.id, a.person, a.substitute, a.from_date, a.to_date from order_absence a order by a.from_date, a.id").rows(em).stream()
                .map(c -> new Absence(OrderRows.number(c[0]), (String) c[1], (String) c[2], OrderRows.day(c[3]), OrderRows.day(c[4]))).toList();
    }

    /** Whom this person stands in for on this day. */
    static List<String> standsInFor(EntityManager em, String substitute, LocalDate day) {
        return Sql.of("select a.person from order_absence a where a.substitute = ? and a.from_date <= ? and a.to_date >= ?", substitute, day, day).values(em);
    }

    /** Who stands in for this person on this day; none if he is there. */
    static List<String> substitutes(EntityManager em, String person, LocalDate day) {
        return Sql.of("select a.substitute from order_absence a where a.person = ? and a.from_date <= ? and a.to_date >= ?", person, day, day).values(em);
    }

    static Absence add(EntityManager em, Absence a) {
        long id = Sequences.next(em, "s_order_approval", 1)[0];
        Sql.of("insert into order_absence (id, person, substitute, from_date, to_date) values (?,?,?,?,?)", id, a.person(), a.substitute(), a.from(), a.to()).update(em);
        return new Absence(id, a.person(), a.substitute(), a.from(), a.to());
    }

    static void removeAbsence(EntityManager em, long id) {
        Sql.of("delete from order_absence where id = ?", id).update(em);
    }
}
