package io.amphora.platform.core.jobs;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Page;
import io.amphora.common.PageRequest;
import io.amphora.common.Problems;
import io.amphora.platform.api.Job;
import io.amphora.platform.api.Jobs;
import io.amphora.platform.api.Tx;
import io.amphora.platform.core.outbox.LiveFeed;
import io.amphora.platform.core.sql.IdBlock;
import io.amphora.platform.core.sql.Statements;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The table of jobs, and a word to the workers of this node. */
@Component(service = Jobs.class)
public final class SqlJobs implements Jobs {
    private static final String OPERATE = "platform.operate";
    private static final int TYPE = 100;
    private static final int TITLE = 400;
    private static final int PARAMS = 30_000;

    private final Tx tx;
    private final Clock clock;
    private final JobWorkers workers;
    private final JobNews news;
    private final IdBlock ids = new IdBlock("s_job");

    @Activate
    public SqlJobs(@Reference(target = "(domain=platform)") Tx tx, @Reference Clock clock, @Reference LiveFeed live, @Reference JobWorkers workers) {
        this.tx = tx;
        this.clock = clock;
        this.workers = workers;
        this.news = new JobNews(live, clock);
    }

    @Override
    public long submit(Actor by, String type, String title, String params) {
        Problems problems = new Problems();
        problems.text("type", type, TYPE);
        String stripped = problems.text("title", title, TITLE);
        problems.check(params == null || params.length() <= PARAMS, "params", "too-long", "has {0} characters, at most {1} are allowed",
                params == null ? 0 : params.length(), PARAMS);
        problems.throwIfAny();
        return Statements.call(tx, sql -> {
            long id = ids.next(sql);
            JobTable.insert(sql, id, by, type, stripped, params, clock.instant());
            tx.afterCommit(() -> {
                workers.wake();
                news.changed(id, Job.State.QUEUED, 0, 0);
            });
            return id;
        });
    }

    @Override
    public Optional<Job> find(Actor by, long id) {
        return Statements.call(tx, sql -> JobTable.find(sql, id)).stream().map(JobRow::job).filter(job -> maySee(by, job)).findFirst();
    }

    private static boolean maySee(Actor by, Job job) {
        return by.name().equals(job.owner()) || by.may(OPERATE);
    }

    @Override
    public Page<Job> list(Actor by, PageRequest page) {
        Long after = page.afterNumber();
        String owner = by.may(OPERATE) ? null : by.name();
        List<Job> found = Statements.call(tx, sql -> JobTable.newest(sql, owner, after == null ? Long.MAX_VALUE : after, page.size() + 1)).stream()
                .map(JobRow::job).toList();
        return Page.of(found, page.size(), Job::id);
    }

    @Override
    public void cancel(Actor by, long id) {
        Job job = find(by, id).orElseThrow(() -> new AmphoraException.NotFound("job", id));
        boolean ended = Statements.call(tx, sql -> {
            if (JobTable.cancelQueued(sql, id, clock.instant())) {
                return true;
            }
            JobTable.askToCancel(sql, id);
            tx.afterCommit(() -> workers.cancel(id));
            return false;
        });
        if (ended) {
            news.changed(id, Job.State.CANCELLED, job.done(), job.total());
        }
    }
}
