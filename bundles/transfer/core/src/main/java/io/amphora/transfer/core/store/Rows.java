package io.amphora.transfer.core.store;

import io.amphora.transfer.api.Outcome;
import io.amphora.transfer.api.RejectedRow;
import io.amphora.transfer.core.run.Figures;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rejected rows in the database. */
public final class Rows {
    private static final int MAX_IN = 200;

    private Rows() {
    }

    /** By line, after a line. */
    public static List<RowEntity> page(EntityManager em, long importId, Long after, int size) {
        return em.createQuery("select r from RowEntity r where r.importId = :id and r.line > :after order by r.line", RowEntity.class)
                .setParameter("id", importId).setParameter("after", after == null ? -1L : after).setMaxResults(size).getResultList();
    }

    /** Those with a problem of a field and code. @param field null for any; @param code null for any */
    public static List<RowEntity> page(EntityManager em, long importId, String field, String code, Long after, int size) {
        if (field == null && code == null) {
            return page(em, importId, after, size);
        }
        // problems are kept as JSON, field and code first
        String like = "%" + (field == null ? "" : "\"field\":\"" + plain(field) + "\",") + (code == null ? "" : "\"code\":\"" + plain(code) + "\",") + "%";
        return em.createQuery("select r from RowEntity r where r.importId = :id and r.line > :after and r.problems like :like order by r.line", RowEntity.class)
                .setParameter("id", importId).setParameter("after", after == null ? -1L : after).setParameter("like", like).setMaxResults(size).getResultList();
    }

    /** Names hold letters, points and dashes; what is no name finds nothing. */
    private static String plain(String name) {
        return name.matches("[A-Za-z.\\-]{0,100}") ? name : "?";
    }

    /** Why rows wait, here or in the inbox, or were left out, the most frequent first. */
    public static List<Outcome.Reason> reasons(EntityManager em, long importId) {
        Figures figures = new Figures();
        em.createQuery("select r.line, r.problems from RowEntity r where r.importId = :id and r.state in :states order by r.line", Object[].class).setParameter("id", importId)
                .setParameter("states", List.of(RejectedRow.State.OPEN, RejectedRow.State.SKIPPED, RejectedRow.State.INBOX)).getResultList()
                .forEach(row -> figures.because((Long) row[0], Json.problems((String) row[1])));
        return figures.reasons();
    }

    public static List<RowEntity> waiting(EntityManager em, long importId) {
        return em.createQuery("select r from RowEntity r where r.importId = :id and r.state in :states order by r.line", RowEntity.class)
                .setParameter("id", importId).setParameter("states", List.of(RejectedRow.State.OPEN, RejectedRow.State.FIXED)).getResultList();
    }

    /** What somebody made of rows: line to cells. */
    public static Map<Long, List<String>> mended(EntityManager em, long importId) {
        Map<Long, List<String>> mended = new HashMap<>();
        em.createQuery("select r from RowEntity r where r.importId = :id and r.edited = true", RowEntity.class).setParameter("id", importId).getResultList()
                .forEach(r -> mended.put(r.line(), r.cells()));
        return mended;
    }

    public static List<Long> lines(EntityManager em, long importId) {
        return em.createQuery("select r.line from RowEntity r where r.importId = :id", Long.class).setParameter("id", importId).getResultList();
    }

    /** Those of these lines that are kept. */
    public static Map<Long, RowEntity> of(EntityManager em, long importId, Collection<Long> lines) {
        Map<Long, RowEntity> found = new HashMap<>();
        List<Long> all = List.copyOf(lines);
        for (int from = 0; from < all.size(); from += MAX_IN) {
            em.createQuery("select r from RowEntity r where r.importId = :id and r.line in :lines", RowEntity.class).setParameter("id", importId)
                    .setParameter("lines", all.subList(from, Math.min(from + MAX_IN, all.size()))).getResultList().forEach(r -> found.put(r.line(), r));
        }
        return found;
    }

    /** Forgets what a run found, but not what somebody mended. */
    public static void forgetFound(EntityManager em, long importId) {
        em.createQuery("delete from RowEntity r where r.importId = :id and r.edited = false").setParameter("id", importId).executeUpdate();
    }

    public static void forgetAll(EntityManager em, long importId) {
        em.createQuery("delete from RowEntity r where r.importId = :id").setParameter("id", importId).executeUpdate();
    }
}
