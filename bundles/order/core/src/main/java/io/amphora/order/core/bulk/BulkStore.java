package io.amphora.order.core.bulk;

import io.amphora.order.api.BulkAction;
import io.amphora.order.api.BulkRequest;
import io.amphora.order.api.BulkRow;
import io.amphora.order.api.BulkRow.Outcome;
import io.amphora.order.api.HoldType;
import io.amphora.platform.api.Sql;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The tables of bulk runs. For use inside a transaction. */
final class BulkStore {
    private static final String COLUMNS = "select b.id, b.job_id, b.bulk_action, b.owner_name, b.created_at, b.reason, b.location_id, b.assignee, b.hold_type, b.hold_until, b.carrier"
            + " from order_bulk b where ";

    /** A run as it was asked for; without its orders. */
    record Kept(long id, long job, String owner, Instant created, BulkRequest request) {
    }

    /** An order whose turn it is. */
    record Turn(int row, long orderId, Long version) {
    }

    private BulkStore() {
    }

    static void add(EntityManager em, Kept kept, List<BulkRequest.Target> orders) {
        BulkRequest r = kept.request();
        // as a batch: it may have nulls, whose type a query would have to guess
        Sql.batch(em, "insert into order_bulk (id, job_id, bulk_action, owner_name, created_at, reason, location_id, assignee, hold_type, hold_until, carrier) values (?,?,?,?,?,?,?,?,?,?,?)",
                List.<Object[]>of(new Object[] {kept.id(), kept.job(), r.action(), kept.owner(), kept.created(), r.reason(), r.locationId(), r.assignee(), r.hold(), r.until(), r.carrier()}));
        List<Object[]> rows = new ArrayList<>();
        for (BulkRequest.Target target : orders) {
            rows.add(new Object[] {kept.id(), rows.size() + 1, target.id(), target.version(), Outcome.WAITING});
        }
        Sql.batch(em, "insert into order_bulk_row (bulk_id, row_no, order_id, seen_version, outcome) values (?,?,?,?,?)", rows);
    }

    static List<Kept> find(EntityManager em, long id) {
        return kept(Sql.of(COLUMNS + "b.id = ?", id).rows(em));
    }

    static List<Kept> ofJob(EntityManager em, long job) {
        return kept(Sql.of(COLUMNS + "b.job_id = ?", job).rows(em));
    }

    /** @param owner null for all */
    static List<Kept> newest(EntityManager em, String owner, Long before, int max) {
        return kept(Sql.of(COLUMNS + "b.id < ?", before == null ? Long.MAX_VALUE : before).addIf(owner, " and b.owner_name = ?").add(" order by b.id desc").first(max).rows(em));
    }

    private static List<Kept> kept(List<Object[]> rows) {
        return rows.stream().map(c -> new Kept(number(c[0]), number(c[1]), (String) c[3], instant(c[4]), new BulkRequest(BulkAction.valueOf((String) c[2]), List.of(), null, (String) c[5],
                c[6] == null ? null : number(c[6]), (String) c[7], c[8] == null ? null : HoldType.valueOf((String) c[8]), c[9] == null ? null : instant(c[9]), (String) c[10], null))).toList();
    }

    static List<Turn> waiting(EntityManager em, long id, int max) {
        return Sql.of("select r.row_no, r.order_id, r.seen_version from order_bulk_row r where r.bulk_id = ? and r.outcome = ? order by r.row_no", id, Outcome.WAITING).first(max).rows(em).stream()
                .map(c -> new Turn((int) number(c[0]), number(c[1]), c[2] == null ? null : number(c[2]))).toList();
    }

    /** Number and version of an order as it stands; empty if there is none. */
    static List<Object[]> order(EntityManager em, long id) {
        return Sql.of("select o.order_number, o.version from orders o where o.id = ?", id).rows(em);
    }

    static void done(EntityManager em, long id, int row, String number) {
        Sql.batch(em, "update order_bulk_row set outcome = 'DONE', order_number = ? where bulk_id = ? and row_no = ?", List.<Object[]>of(new Object[] {number, id, row}));
    }

    static void refused(EntityManager em, long id, int row, String number, String problems) {
        Sql.batch(em, "update order_bulk_row set outcome = 'REFUSED', order_number = ?, problems = ? where bulk_id = ? and row_no = ?",
                List.<Object[]>of(new Object[] {number, problems, id, row}));
    }

    static Map<Outcome, Integer> counts(EntityManager em, long id) {
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        Sql.of("select r.outcome, count(*) from order_bulk_row r where r.bulk_id = ? group by r.outcome", id).rows(em).forEach(c -> counts.put(Outcome.valueOf((String) c[0]), (int) number(c[1])));
        return counts;
    }

    static List<BulkRow> rows(EntityManager em, long id, List<Outcome> outcomes, Long after, int max) {
        Sql sql = Sql.of("select r.row_no, r.order_id, coalesce(r.order_number, o.order_number), r.outcome, r.problems from order_bulk_row r left join orders o on o.id = r.order_id"
                + " where r.bulk_id = ? and r.row_no > ?", id, after == null ? 0 : after);
        if (!outcomes.isEmpty()) {
            sql.in(" and r.outcome in", outcomes);
        }
        return sql.add(" order by r.row_no").first(max).rows(em).stream()
                .map(c -> new BulkRow((int) number(c[0]), number(c[1]), (String) c[2], Outcome.valueOf((String) c[3]), KeptProblems.read((String) c[4]))).toList();
    }

    static long number(Object value) {
        return ((Number) value).longValue();
    }

    private static Instant instant(Object value) {
        return (value instanceof Timestamp t ? t.toLocalDateTime() : (LocalDateTime) value).toInstant(ZoneOffset.UTC);
    }
}
