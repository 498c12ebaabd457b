package io.amphora.order.core;

import io.amphora.common.Page;
import io.amphora.common.PageRequest;
import io.amphora.order.api.TimelineEntry;
import io.amphora.platform.api.Sql;
import jakarta.persistence.EntityManager;
import java.util.List;

/** The history of one order, newest first. */
final class Timelines {
    private static final String COLUMNS = "t.id, t.order_id, t.happened_at, t.who, t.what, t.field_name, t.old_text, t.new_text, t.note";

    private Timelines() {
    }

    /** By time: numbers of several nodes do not follow it. */
    static Page<TimelineEntry> page(EntityManager em, long orderId, PageRequest page) {
        Long after = page.afterNumber();
        Sql sql = Sql.of("select " + COLUMNS + " from order_timeline t where t.order_id = ?", orderId);
        if (after != null) {
            sql.add(" and exists (select 1 from order_timeline s where s.id = ? and (s.happened_at > t.happened_at or s.happened_at = t.happened_at and s.id > t.id))", after);
        }
        List<Object[]> rows = sql.add(" order by t.happened_at desc, t.id desc").first(page.size() + 1).rows(em);
        return Page.of(rows.stream().map(Timelines::entry).toList(), page.size(), TimelineEntry::id);
    }

    private static TimelineEntry entry(Object[] c) {
        return new TimelineEntry(OrderRows.number(c[0]), OrderRows.number(c[1]), OrderRows.instant(c[2]), (String) c[3], (String) c[4], (String) c[5], (String) c[6], (String) c[7],
                (String) c[8]);
    }
}
