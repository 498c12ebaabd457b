package io.amphora.platform.api;

import io.amphora.common.AmphoraException;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.time.Instant;
import java.util.List;

/**
 * Versions of what is set up and has none of its own: groups of settings, lists that are replaced as a whole. Who changes such a thing says which version he saw, and is refused
 * if somebody else was faster; so no edit is lost. For use cases, inside their transaction, before they write anything else: edits of one thing wait for each other here.
 */
public final class Edits {
    /** Instead of a version: whatever is there now. For programs that set up an installation, not for what a person read before. */
    public static final long ANY = -1;
    private static final int WHO = 200;

    private Edits() {
    }

    /**
     * The version of a thing; read it before the thing itself, so that it is never newer than what is shown.
     *
     * @param thing {@code order.review-limits}, {@code catalog.barcodes:TEA-1}; at most 200 characters
     * @return 0 if it was never changed
     */
    public static long version(EntityManager em, String thing) {
        return Sql.of("select e.version_no from edit e where e.thing = ?", thing).<Number>values(em).stream().findFirst().map(Number::longValue).orElse(0L);
    }

    /**
     * Takes the next version.
     *
     * @param kind what it is in words, for the refusal: {@code review limits}; message {@code kind.review-limits}
     * @param seen the version that was read, or {@link #ANY}
     * @return the new version: one more than the last
     * @throws AmphoraException.Stale naming who was faster
     */
    public static long next(EntityManager em, String thing, String kind, long seen, String by) {
        Instant now = Moment.now();
        String who = by.length() > WHO ? by.substring(0, WHO) : by;
        String taken = "update edit set version_no = version_no + 1, edited_by = ?, edited_at = ? where thing = ?";
        int changed = seen == ANY ? Sql.of(taken, who, now, thing).update(em) : Sql.of(taken + " and version_no = ?", who, now, thing, seen).update(em);
        if (changed == 0) {
            first(em, thing, kind, seen, who, now);
        }
        return seen == ANY ? version(em, thing) : seen + 1;
    }

    private static void first(EntityManager em, String thing, String kind, long seen, String who, Instant now) {
        List<String> last = Sql.of("select e.edited_by from edit e where e.thing = ?", thing).values(em);
        if (!last.isEmpty() || seen > 0) {
            throw new AmphoraException.Stale(kind, last.isEmpty() ? "?" : last.get(0));
        }
        try {
            Sql.batch(em, "insert into edit (thing, version_no, edited_by, edited_at) values (?, 1, ?, ?)", List.<Object[]>of(new Object[] {thing, who, now}));
        } catch (PersistenceException e) {
            if (Duplicates.caused(e)) {
                throw new AmphoraException.Stale(kind, "?");
            }
            throw e;
        }
    }
}
