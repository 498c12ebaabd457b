package io.amphora.platform.core.jobs;

import io.amphora.common.Actor;
import io.amphora.platform.api.Job;
import io.amphora.platform.core.sql.Statements;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/**
 * The SQL of jobs. Each method is part of the transaction of its {@link Statements}. Who changes a running job names the run: zero rows
 * changed means that it is no longer theirs.
 */
final class JobTable {
    static final int MESSAGE = 1_000;
    private static final String MINE = " where id = ? and run_no = ? and job_state = 'RUNNING'";

    private JobTable() {
    }

    static void insert(Statements sql, long id, Actor by, String type, String title, String params, Instant now) throws SQLException {
        sql.update("insert into job (id, job_type, title, owner_name, owner_display, owner_permissions, params, job_state, units_done, units_total, cancel_asked, run_no,"
                + " crashes, created_at) values (?, ?, ?, ?, ?, ?, ?, 'QUEUED', 0, 0, 0, 0, 0, ?)",
                id, type, title, by.name(), by.displayName(), String.join(" ", by.permissions()), params, now);
    }

    static List<JobRow> find(Statements sql, long id) throws SQLException {
        return sql.query(1, JobTable::row, "select * from job where id = ?", id);
    }

    /** @param owner whose, or null for all */
    static List<JobRow> newest(Statements sql, String owner, long before, int max) throws SQLException {
        return owner == null ? sql.query(max, JobTable::row, "select * from job where id < ? order by id desc", before)
                : sql.query(max, JobTable::row, "select * from job where owner_name = ? and id < ? order by id desc", owner, before);
    }

    static List<JobRow> queued(Statements sql, Collection<String> types, int max) throws SQLException {
        String marks = String.join(", ", Collections.nCopies(types.size(), "?"));
        return sql.query(max, JobTable::row, "select * from job where job_state = 'QUEUED' and job_type in (" + marks + ") order by id", types.toArray());
    }

    static boolean claim(Statements sql, JobRow row, Instant now) throws SQLException {
        return sql.update("update job set job_state = 'RUNNING', run_no = run_no + 1, beat_at = ?, started_at = coalesce(started_at, ?)"
                + " where id = ? and run_no = ? and job_state = 'QUEUED'", now, now, row.id(), row.run()) == 1;
    }

    static boolean beat(Statements sql, JobRow row, long done, long total, String message, Instant now) throws SQLException {
        return sql.update("update job set units_done = ?, units_total = ?, message = ?, beat_at = ?" + MINE, done, total, message, now, row.id(), row.run()) == 1;
    }

    static boolean end(Statements sql, JobRow row, Job.State state, String message, String result, Instant now) throws SQLException {
        boolean mine = sql.update("update job set job_state = ?, message = ?, job_result = ?, ended_at = ?" + MINE, state.name(), message, result, now, row.id(), row.run()) == 1;
        if (mine) {
            sql.update("delete from job_checkpoint where job_id = ?", row.id());
        }
        return mine;
    }

    /** @return false if it is to end as cancelled, or is no longer theirs */
    static boolean requeue(Statements sql, JobRow row) throws SQLException {
        return sql.update("update job set job_state = 'QUEUED'" + MINE + " and cancel_asked = 0", row.id(), row.run()) == 1;
    }

    /** Jobs whose node died: begun again, unless somebody wanted them to end or they take the node down each time. */
    static int recover(Statements sql, Instant silentSince, int mostCrashes, Instant now) throws SQLException {
        String dead = " where job_state = 'RUNNING' and beat_at < ?";
        int ended = sql.update("update job set job_state = 'CANCELLED', ended_at = ?" + dead + " and cancel_asked = 1", now, silentSince);
        int failed = sql.update("update job set job_state = 'FAILED', ended_at = ?, message = 'given up: the server stopped each time it ran'" + dead + " and crashes >= ?",
                now, silentSince, mostCrashes);
        return ended + failed + sql.update("update job set job_state = 'QUEUED', crashes = crashes + 1" + dead, silentSince);
    }

    /** @return whether it had not begun and is cancelled now */
    static boolean cancelQueued(Statements sql, long id, Instant now) throws SQLException {
        return sql.update("update job set job_state = 'CANCELLED', cancel_asked = 1, ended_at = ? where id = ? and job_state = 'QUEUED'", now, id) == 1;
    }

    static void askToCancel(Statements sql, long id) throws SQLException {
        sql.update("update job set cancel_asked = 1 where id = ? and job_state = 'RUNNING'", id);
    }

    static List<Long> askedToCancel(Statements sql) throws SQLException {
        return sql.query(0, row -> row.getLong(1), "select id from job where job_state = 'RUNNING' and cancel_asked = 1");
    }

    static String checkpoint(Statements sql, long id) throws SQLException {
        List<String> found = sql.query(1, row -> row.getString(1), "select reached from job_checkpoint where job_id = ?", id);
        return found.isEmpty() ? null : found.get(0);
    }

    static void checkpoint(Statements sql, long id, String reached) throws SQLException {
        if (sql.update("update job_checkpoint set reached = ? where job_id = ?", reached, id) == 0) {
            sql.update("insert into job_checkpoint (reached, job_id) values (?, ?)", reached, id);
        }
    }

    private static JobRow row(ResultSet row) throws SQLException {
        Job job = new Job(row.getLong("id"), row.getString("job_type"), row.getString("title"), row.getString("owner_name"), Job.State.valueOf(row.getString("job_state")),
                row.getLong("units_done"), row.getLong("units_total"), row.getString("message"), row.getString("params"), row.getString("job_result"),
                Statements.instant(row, "created_at"), Statements.instant(row, "started_at"), Statements.instant(row, "ended_at"));
        return new JobRow(job, row.getString("owner_display"), row.getString("owner_permissions"), row.getInt("run_no"), row.getInt("cancel_asked") == 1);
    }
}
