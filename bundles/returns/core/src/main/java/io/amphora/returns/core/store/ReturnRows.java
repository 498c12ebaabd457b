package io.amphora.returns.core.store;

import io.amphora.common.AmphoraException;
import io.amphora.platform.api.Sql;
import io.amphora.returns.api.Return;
import io.amphora.returns.api.ReturnFilter;
import io.amphora.returns.api.ReturnState;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads rows. For use inside a transaction. */
public final class ReturnRows {
    private ReturnRows() {
    }

    /** Of one order line, over all returns that count. @param taken asked for or settled @param quantity and amount credited */
    public record Taken(BigDecimal taken, BigDecimal quantity, BigDecimal amount) {
        public static final Taken NONE = new Taken(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);
    }

    public static ReturnEntity require(EntityManager em, long id) {
        ReturnEntity found = em.find(ReturnEntity.class, id);
        if (found == null) {
            throw new AmphoraException.NotFound("return", id);
        }
        return found;
    }

    /** Without loading it: nobody has locked anything yet. */
    public static long orderOf(EntityManager em, long id) {
        return em.createQuery("select r.orderId from ReturnEntity r where r.id = :id", Long.class).setParameter("id", id).getResultStream().findFirst()
                .orElseThrow(() -> new AmphoraException.NotFound("return", id));
    }

    /** As {@link #lock}, and the order whose payments it is about: always a later order before an earlier one. */
    public static void lockOf(EntityManager em, long id) {
        long order = orderOf(em, id);
        lock(em, order);
        long paid = em.createQuery("select r.paidOrderId from ReturnEntity r where r.id = :id", Long.class).setParameter("id", id).getSingleResult();
        if (paid != order) {
            lock(em, paid);
        }
    }

    /** Nobody else changes returns of this order until the transaction ends. */
    public static void lock(EntityManager em, long orderId) {
        boolean there = !em.createQuery("select o from ReturnOrderEntity o where o.orderId = :o", ReturnOrderEntity.class).setParameter("o", orderId)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList().isEmpty();
        if (!there) {
            em.persist(new ReturnOrderEntity(orderId));
            em.flush();
        }
    }

    public static Optional<ReturnEntity> ofRequest(EntityManager em, String requestKey) {
        return em.createQuery("select r from ReturnEntity r where r.requestKey = :k", ReturnEntity.class).setParameter("k", requestKey).getResultStream().findFirst();
    }

    public static Optional<ReturnEntity> ofNumber(EntityManager em, String number) {
        return em.createQuery("select r from ReturnEntity r where r.number = :n", ReturnEntity.class).setParameter("n", number).getResultStream().findFirst();
    }

    public static List<ReturnLineEntity> lines(EntityManager em, long id) {
        return em.createQuery("select l from ReturnLineEntity l where l.returnId = :r order by l.position, l.id", ReturnLineEntity.class).setParameter("r", id).getResultList();
    }

    public static List<ReceiptEntity> receipts(EntityManager em, long id) {
        return em.createQuery("select t from ReceiptEntity t where t.returnId = :r order by t.id", ReceiptEntity.class).setParameter("r", id).getResultList();
    }

    public static List<ReturnStepEntity> steps(EntityManager em, long id) {
        return em.createQuery("select s from ReturnStepEntity s where s.returnId = :r order by s.id", ReturnStepEntity.class).setParameter("r", id).getResultList();
    }

    public static List<EntryEntity> entries(EntityManager em, long id) {
        return em.createQuery("select e from EntryEntity e where e.returnId = :r order by e.id", EntryEntity.class).setParameter("r", id).getResultList();
    }

    public static Return whole(EntityManager em, ReturnEntity r) {
        Map<Long, List<Return.Receipt>> receipts = receipts(em, r.id()).stream().collect(Collectors.groupingBy(ReceiptEntity::lineId, Collectors.mapping(ReceiptEntity::toReceipt, Collectors.toList())));
        List<Return.Line> lines = lines(em, r.id()).stream().map(l -> l.toLine(r.currency(), receipts.getOrDefault(l.id(), List.of()))).toList();
        return r.toReturn(lines, steps(em, r.id()).stream().map(s -> s.toStep(r.currency())).toList());
    }

    /** What other returns have of the lines of this order. @param except id of a return that is left out, 0 for none */
    public static Map<Long, Taken> taken(EntityManager em, long orderId, long except) {
        List<Object[]> rows = Sql.of("select l.order_line_id, sum(case when r.return_state in ('SETTLING', 'COMPLETED') then l.settled else l.requested end), sum(l.credited_quantity), sum(l.credited)"
                + " from return_request r join return_line l on l.return_id = r.id where r.order_id = ? and r.id <> ? and r.return_state not in ('REJECTED', 'CANCELLED') group by l.order_line_id",
                orderId, except).rows(em);
        return rows.stream().collect(Collectors.toMap(r -> ((Number) r[0]).longValue(), r -> new Taken((BigDecimal) r[1], (BigDecimal) r[2], (BigDecimal) r[3])));
    }

    /** What was credited of the lines that were paid with this order, its replacements among them. @param except id of a return that is left out */
    public static Map<Long, Taken> credited(EntityManager em, long paidOrderId, long except) {
        List<Object[]> rows = Sql.of("select l.paid_line_id, sum(l.credited_quantity), sum(l.credited) from return_request r join return_line l on l.return_id = r.id"
                + " where r.paid_order_id = ? and r.id <> ? and r.return_state not in ('REJECTED', 'CANCELLED') group by l.paid_line_id", paidOrderId, except).rows(em);
        return rows.stream().collect(Collectors.toMap(r -> ((Number) r[0]).longValue(), r -> new Taken((BigDecimal) r[1], (BigDecimal) r[1], (BigDecimal) r[2])));
    }

    /** What of the order's charges was credited. */
    public static BigDecimal charges(EntityManager em, long orderId, long except) {
        List<BigDecimal> sum = Sql.of("select sum(r.charges) from return_request r where r.paid_order_id = ? and r.id <> ?", orderId, except).values(em);
        return sum.get(0) == null ? BigDecimal.ZERO : sum.get(0);
    }

    private static final String SETTLED = " from return_request r where r.paid_order_id = ? and r.credit > 0 and r.return_state in ('SETTLING', 'COMPLETED')";

    /** What settled returns found let off by hand, by line of the paid order. @param except id of a return that is left out */
    public static Map<Long, Before> noted(EntityManager em, long paidOrderId, long except) {
        List<Object[]> rows = Sql.of("select l.paid_line_id, sum(l.noted_quantity), sum(l.noted) from return_request r join return_line l on l.return_id = r.id"
                + " where r.paid_order_id = ? and r.id <> ? and r.return_state in ('SETTLING', 'COMPLETED') group by l.paid_line_id", paidOrderId, except).rows(em);
        return rows.stream().collect(Collectors.toMap(r -> ((Number) r[0]).longValue(), r -> new Before((BigDecimal) r[1], (BigDecimal) r[2])));
    }

    /** Those that let the order owe less. */
    public static List<Long> settled(EntityManager em, long paidOrderId) {
        return Sql.of("select r.id" + SETTLED, paidOrderId).<Number>values(em).stream().map(Number::longValue).toList();
    }

    /** Newest first. */
    public static List<ReturnEntity> page(EntityManager em, ReturnFilter f, Long after, int rows) {
        String index = f.orderId() != null ? "return_by_order" : f.customerId() != null ? "return_by_customer" : f.state() != null ? "return_by_state" : f.open() != null ? "return_by_open"
                : "return_newest";
        return Sql.of("select r.* from return_request r").walking(index).add("where 1 = 1").addIf(f.orderId(), " and r.order_id = ?").addIf(f.customerId(), " and r.customer_id = ?")
                .addIf(f.state(), " and r.return_state = ?").addIf(f.open(), " and r.is_open = ?").addIf(after, " and r.id < ?").add(" order by r.id desc").first(rows)
                .entities(em, ReturnEntity.class);
    }

    /** Returns with steps that nobody is at now. */
    public static List<Long> toDo(EntityManager em, Instant now, int limit) {
        return em.createQuery("select distinct s.returnId from ReturnStepEntity s where s.state in :s and s.doAfter <= :n", Long.class)
                .setParameter("s", List.of(Return.Step.State.TODO, Return.Step.State.WAITING)).setParameter("n", now).setMaxResults(limit).getResultList();
    }

    /** Of those that give back payments of an order, with steps that wait. */
    public static List<Long> waiting(EntityManager em, long orderId) {
        return em.createQuery("select r.id from ReturnEntity r where r.paidOrderId = :o and r.state = :s", Long.class).setParameter("o", orderId).setParameter("s", ReturnState.SETTLING)
                .getResultList();
    }

    /** The next number of a series, from 1; whoever took one holds the series until the end of the transaction. */
    public static long number(EntityManager em, String series) {
        if (Sql.of("update return_series set last_no = last_no + 1 where series = ?", series).update(em) == 0) {
            Sql.of("insert into return_series (series, last_no) values (?, 1)", series).update(em);
        }
        List<Object> last = Sql.of("select s.last_no from return_series s where s.series = ?", series).values(em);
        return ((Number) last.get(0)).longValue();
    }
}
