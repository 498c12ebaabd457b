package io.amphora.payment.core.store;

import io.amphora.common.AmphoraException;
import io.amphora.payment.api.BankLine;
import io.amphora.payment.api.Payments.Show;
import io.amphora.platform.api.Sql;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads rows. For use inside a transaction. */
public final class PaymentRows {
    /** Bits of the id in a cursor of the overdue list. */
    private static final int ID_BITS = 40;

    private PaymentRows() {
    }

    public static PaymentEntity require(EntityManager em, long id) {
        PaymentEntity payment = em.find(PaymentEntity.class, id);
        if (payment == null) {
            throw new AmphoraException.NotFound("payment", id);
        }
        return payment;
    }

    /** Without loading it: nobody has locked anything yet. */
    public static long orderOf(EntityManager em, long id) {
        return em.createQuery("select p.orderId from PaymentEntity p where p.id = :id", Long.class).setParameter("id", id).getResultStream().findFirst()
                .orElseThrow(() -> new AmphoraException.NotFound("payment", id));
    }

    public static List<PaymentEntity> ofOrder(EntityManager em, long orderId) {
        return em.createQuery("select p from PaymentEntity p where p.orderId = :o order by p.id", PaymentEntity.class).setParameter("o", orderId).getResultList();
    }

    public static Optional<AccountEntity> account(EntityManager em, long orderId) {
        return Optional.ofNullable(em.find(AccountEntity.class, orderId));
    }

    /** @return the orders that have one. @param orderIds at most {@link Sql#MAX_IN} */
    public static List<Long> accountsOf(EntityManager em, Collection<Long> orderIds) {
        return Sql.of("select a.order_id from payment_account a where").in(" a.order_id in", orderIds).<Number>values(em).stream().map(Number::longValue).toList();
    }

    public static Optional<AccountEntity> lockedAccount(EntityManager em, long orderId) {
        return em.createQuery("select a from AccountEntity a where a.orderId = :o", AccountEntity.class).setParameter("o", orderId).setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList().stream().findFirst();
    }

    /** Newest first; overdue: the longest first. One more than wanted. */
    public static List<PaymentEntity> page(EntityManager em, Show show, LocalDate today, Long after, int rows) {
        return switch (show) {
            // an index of all by id alone would be one more to write with every order: two walks of the one that is there
            case ALL -> Stream.of(true, false).flatMap(open -> newest(em, open, after, rows).stream()).sorted(Comparator.comparing(PaymentEntity::id).reversed()).limit(rows).toList();
            case OPEN -> newest(em, true, after, rows);
            case TO_CONFIRM -> Sql.of("select p.* from payment p where p.pending_state = 'TO_CONFIRM' and p.id in (select s.payment_id from payment_step s where s.step_state = 'TO_CONFIRM')")
                    .addIf(after, " and p.id < ?").add(" order by p.id desc").first(rows).entities(em, PaymentEntity.class);
            case TO_GIVE_BACK -> Sql.of("select p.* from payment_to_give_back g join payment p on p.order_id = g.order_id where p.captured > p.refunded + p.refunding")
                    .addIf(after, " and p.id < ?").add(" order by p.id desc").first(rows).entities(em, PaymentEntity.class);
            case OVERDUE -> overdue(em, today, after, rows);
        };
    }

    /** Keeps the list of orders with money to give back. @return whether it is new on it */
    public static boolean toGiveBack(EntityManager em, long orderId, boolean is, Instant now) {
        boolean was = !Sql.of("select g.order_id from payment_to_give_back g where g.order_id = ?", orderId).values(em).isEmpty();
        if (is && !was) {
            Sql.of("insert into payment_to_give_back (order_id, since) values (?, ?)", orderId, now).update(em);
        } else if (was && !is) {
            Sql.of("delete from payment_to_give_back where order_id = ?", orderId).update(em);
        }
        return is && !was;
    }

    private static List<PaymentEntity> newest(EntityManager em, boolean open, Long after, int rows) {
        return Sql.of("select p.* from payment p").walking("payment_by_open").add("where p.is_open = ?", open).addIf(after, " and p.id < ?").add(" order by p.id desc").first(rows)
                .entities(em, PaymentEntity.class);
    }

    private static List<PaymentEntity> overdue(EntityManager em, LocalDate today, Long after, int rows) {
        Sql sql = Sql.of("select p.* from payment p").walking("payment_by_due").add("where p.payment_state = 'DUE' and p.due_on < ?", java.sql.Date.valueOf(today));
        if (after != null) {
            java.sql.Date date = java.sql.Date.valueOf(LocalDate.ofEpochDay(after >> ID_BITS));
            sql.add(" and p.due_on >= ? and (p.due_on > ? or p.id > ?)", date, date, after & (1L << ID_BITS) - 1);
        }
        return sql.add(" order by p.due_on, p.id").first(rows).entities(em, PaymentEntity.class);
    }

    /** What is overdue of an order since a day. */
    public record Overdue(long orderId, String orderNumber, LocalDate dueOn, String currency, BigDecimal amount) {
    }

    /** Of which nobody was told, the longest first. */
    public static List<Overdue> overdueUntold(EntityManager em, LocalDate today, int rows) {
        return Sql.of("select p.order_id, p.order_number, p.due_on, p.currency, sum(p.amount) from payment p where p.payment_state = 'DUE' and p.due_on < ?", java.sql.Date.valueOf(today))
                .add(" and not exists (select 1 from payment_overdue_told t where t.order_id = p.order_id and t.due_on = p.due_on)"
                        + " group by p.order_id, p.order_number, p.due_on, p.currency order by p.due_on, p.order_id").first(rows).rows(em).stream()
                .map(r -> new Overdue(((Number) r[0]).longValue(), (String) r[1], ((java.sql.Date) r[2]).toLocalDate(), (String) r[3], (BigDecimal) r[4])).toList();
    }

    public static void overdueTold(EntityManager em, Overdue o, Instant now) {
        Sql.of("insert into payment_overdue_told (order_id, due_on, told_at) values (?, ?, ?)", o.orderId(), java.sql.Date.valueOf(o.dueOn()), now).update(em);
    }

    /** What a list goes on from. */
    public static long cursor(Show show, PaymentEntity p) {
        return show == Show.OVERDUE ? (p.dueOn().toEpochDay() << ID_BITS) + p.id() : p.id();
    }

    public static Optional<StepEntity> stepOfRequest(EntityManager em, String requestKey) {
        return em.createQuery("select s from StepEntity s where s.requestKey = :k", StepEntity.class).setParameter("k", requestKey).getResultStream().findFirst();
    }

    public static Optional<PaymentEntity> ofRequest(EntityManager em, String requestKey) {
        return em.createQuery("select p from PaymentEntity p where p.requestKey = :k", PaymentEntity.class).setParameter("k", requestKey).getResultStream().findFirst();
    }

    public static List<StepEntity> steps(EntityManager em, long paymentId) {
        return em.createQuery("select s from StepEntity s where s.paymentId = :p order by s.id", StepEntity.class).setParameter("p", paymentId).getResultList();
    }

    /** Steps that nobody is asking about now. */
    public static List<Long> toAsk(EntityManager em, Instant now, int limit) {
        return em.createQuery("select s.id from StepEntity s where s.state = :s and s.askAfter <= :n order by s.askAfter", Long.class)
                .setParameter("s", io.amphora.payment.api.PaymentStep.State.ASKING).setParameter("n", now).setMaxResults(limit).getResultList();
    }

    public static List<BankLineEntity> lines(EntityManager em, BankLine.State state, Long after, int rows) {
        return Sql.of("select l.* from payment_line l").walking(state == null ? "payment_line_newest" : "payment_line_by_state").add("where 1 = 1").addIf(state, " and l.line_state = ?")
                .addIf(after, " and l.id < ?").add(" order by l.id desc").first(rows).entities(em, BankLineEntity.class);
    }

    public static List<String> knownLines(EntityManager em, Collection<String> keys) {
        return Sql.of("select l.line_key from payment_line l where").in(" l.line_key in", keys).values(em);
    }

    public static BankLineEntity requireLine(EntityManager em, long id) {
        BankLineEntity line = em.find(BankLineEntity.class, id);
        if (line == null) {
            throw new AmphoraException.NotFound("bank line", id);
        }
        return line;
    }
}
