package io.amphora.platform.core.jobs;

import io.amphora.platform.api.JobHandler;
import io.amphora.platform.api.Tx;
import io.amphora.platform.api.UnitStatus;
import io.amphora.platform.core.outbox.LiveFeed;
import io.amphora.platform.core.unit.Database;
import java.time.Clock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The {@link JobPool} of this node and the handlers in its service registry. */
@Component(immediate = true, service = JobWorkers.class) // jobs from before a restart go on though nobody asks
public final class JobWorkers {
    private final JobPool pool;

    @Activate
    public JobWorkers(@Reference(target = "(domain=platform)") Tx tx, @Reference Clock clock, @Reference LiveFeed live, @Reference UnitStatus unit) {
        this(new JobPool(tx, clock, new JobNews(live, clock), JobPool.SILENCE, Database.DERBY.id().equals(unit.database())));
    }

    JobWorkers(JobPool pool) {
        this.pool = pool;
        pool.start();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addHandler(JobHandler handler) {
        pool.add(handler);
    }

    void removeHandler(JobHandler handler) {
        pool.remove(handler);
    }

    void wake() {
        pool.wake();
    }

    void cancel(long id) {
        pool.cancel(id);
    }

    @Deactivate
    void close() {
        pool.close();
    }
}
