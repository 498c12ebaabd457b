package io.amphora.order.api;

import io.amphora.common.Actor;
import io.amphora.common.Page;
import io.amphora.common.PageRequest;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The same step on many orders, as a durable job: each order is a transaction of its own, succeeds or is refused for itself and says so; every rule of
 * the single step holds, on behalf of who asked. Survives a restart, and goes on where it stopped. Runs are seen by who asked, and with
 * {@code platform.operate}. Thread-safe.
 */
@ProviderType
public interface OrderBulk {
    int MAX_ORDERS = 10_000;

    /**
     * Queues it.
     *
     * @return the run; {@link BulkRun#job} is the platform's job
     * @throws io.amphora.common.AmphoraException.NotPermitted without the permission of the step
     * @throws io.amphora.common.AmphoraException.Invalid      naming all that is missing or wrong
     */
    BulkRun submit(Actor by, BulkRequest request);

    /** @throws io.amphora.common.AmphoraException.NotFound if there is none to see */
    BulkRun find(Actor by, long id);

    /** The run that this job does. */
    Optional<BulkRun> ofJob(Actor by, long job);

    /** Newest first. */
    Page<BulkRun> list(Actor by, PageRequest page);

    /** In the order they were asked for. @param outcomes empty: all */
    Page<BulkRow> rows(Actor by, long id, List<BulkRow.Outcome> outcomes, PageRequest page);

    /** Asks it to stop: what is done stays, the rest stays as it was. */
    void cancel(Actor by, long id);
}
