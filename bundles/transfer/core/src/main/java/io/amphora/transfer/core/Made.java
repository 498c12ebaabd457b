package io.amphora.transfer.core;

import io.amphora.platform.api.Sql;
import io.amphora.transfer.core.run.Batch;
import jakarta.persistence.EntityManager;
import java.util.List;

/** What imports made besides orders: products and customers that were not there. */
final class Made {
    private Made() {
    }

    static void keep(EntityManager em, long importId, List<Batch.Made> made) {
        Sql.batch(em, "insert into transfer_made (import_id, what, made_key) values (?, ?, ?)", made.stream().map(m -> new Object[] {importId, m.what(), m.key()}).toList());
    }

    /** Some of them, in the order of their keys. */
    static List<String> keys(EntityManager em, long importId, String what, String after, int most) {
        return Sql.of("select m.made_key from transfer_made m where m.import_id = ? and m.what = ? and m.made_key > ? order by m.made_key", importId, what, after).first(most).values(em);
    }

    static void forget(EntityManager em, long importId) {
        Sql.of("delete from transfer_made where import_id = ?", importId).update(em);
    }
}
