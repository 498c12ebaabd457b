package io.amphora.platform.core.jobs;

import io.amphora.common.Actor;
import io.amphora.platform.api.JobContext;
import io.amphora.platform.api.JobHandler;
import io.amphora.platform.api.Tx;
import io.amphora.platform.core.sql.Statements;

/** One run of a job on this node. Progress is only noted here; the heart writes it down. */
final class Run implements JobContext {
    private final JobRow row;
    private final JobHandler handler;
    private final Tx tx;
    private volatile Progress progress;
    private volatile Progress written;
    private volatile long beatNanos = System.nanoTime();
    private volatile boolean cancelled;
    /** Not because somebody wanted the job to end: its handler or this node goes, or another node has taken it over. */
    private volatile boolean interrupted;

    /** How far it is. */
    record Progress(long done, long total, String message) {
    }

    Run(JobRow row, JobHandler handler, Tx tx) {
        this.row = row;
        this.handler = handler;
        this.tx = tx;
        this.progress = new Progress(row.job().done(), row.job().total(), row.job().message());
        this.written = progress;
    }

    JobRow row() {
        return row;
    }

    JobHandler handler() {
        return handler;
    }

    Progress progress() {
        return progress;
    }

    boolean isDirty() {
        return progress != written;
    }

    void written(Progress what) {
        written = what;
        beatNanos = System.nanoTime();
    }

    long sinceBeat() {
        return System.nanoTime() - beatNanos;
    }

    void cancel() {
        cancelled = true;
    }

    void interrupt() {
        interrupted = true;
    }

    boolean isInterrupted() {
        return interrupted;
    }

    @Override
    public long id() {
        return row.id();
    }

    @Override
    public Actor actor() {
        return row.actor();
    }

    @Override
    public String params() {
        return row.job().params();
    }

    @Override
    public String checkpoint() {
        return Statements.call(tx, sql -> JobTable.checkpoint(sql, row.id()));
    }

    @Override
    public void checkpoint(String state) {
        Statements.call(tx, sql -> {
            JobTable.checkpoint(sql, row.id(), state);
            return null;
        });
    }

    @Override
    public void progress(long done, long total, String message) {
        progress = new Progress(done, total, cut(message));
        if (cancelled()) {
            throw new Cancelled();
        }
    }

    static String cut(String message) {
        return message == null || message.length() <= JobTable.MESSAGE ? message : message.substring(0, JobTable.MESSAGE - 1) + "…";
    }

    @Override
    public boolean cancelled() {
        return cancelled || interrupted;
    }
}
