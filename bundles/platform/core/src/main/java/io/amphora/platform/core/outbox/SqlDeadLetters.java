package io.amphora.platform.core.outbox;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Page;
import io.amphora.common.PageRequest;
import io.amphora.platform.api.DeadLetters;
import io.amphora.platform.api.Tx;
import io.amphora.platform.core.sql.Statements;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The table of the dead letters. */
@Component(service = DeadLetters.class)
public final class SqlDeadLetters implements DeadLetters {
    private static final String PERMISSION = "platform.operate";

    private final Tx tx;
    private final OutboxBell bell;

    @Activate
    public SqlDeadLetters(@Reference(target = "(domain=platform)") Tx tx, @Reference OutboxBell bell) {
        this.tx = tx;
        this.bell = bell;
    }

    @Override
    public Page<Entry> list(Actor by, PageRequest page) {
        by.require(PERMISSION);
        Long after = page.afterNumber();
        List<Entry> found = Statements.call(tx, sql -> sql.query(page.size() + 1,
                row -> new Entry(row.getLong("id"), row.getString("listener_id"), OutboxTables.event(row, "event_id"), row.getString("reason"), Statements.instant(row, "died_at")),
                "select * from outbox_dead_letter where id < ? order by id desc", after == null ? Long.MAX_VALUE : after));
        return Page.of(found, page.size(), Entry::id);
    }

    @Override
    public void replay(Actor by, long id) {
        by.require(PERMISSION);
        Statements.call(tx, sql -> {
            if (sql.query(1, row -> 1, "select id from outbox_dead_letter where id = ?", id).isEmpty()) {
                throw new AmphoraException.NotFound("dead letter", id);
            }
            OutboxTables.revive(sql, id);
            return null;
        });
        bell.revived();
    }

    @Override
    public void drop(Actor by, long id) {
        by.require(PERMISSION);
        if (Statements.call(tx, sql -> sql.update("delete from outbox_dead_letter where id = ?", id)) == 0) {
            throw new AmphoraException.NotFound("dead letter", id);
        }
    }

    @Override
    public long waiting() {
        return Statements.call(tx, sql -> sql.query(0, row -> row.getLong(1), "select count(*) from outbox_event union all select count(*) from outbox_pending"))
                .stream().mapToLong(Long::longValue).sum();
    }
}
