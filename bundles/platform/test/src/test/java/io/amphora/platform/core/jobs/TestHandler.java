package io.amphora.platform.core.jobs;

import io.amphora.platform.api.JobContext;
import io.amphora.platform.api.JobHandler;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A handler that does what the test says, and remembers which jobs it got. */
final class TestHandler implements JobHandler {
    final List<Long> got = new CopyOnWriteArrayList<>();
    private final String type;
    private final Work work;

    interface Work {
        String on(JobContext job) throws Exception;
    }

    TestHandler(String type, Work work) {
        this.type = type;
        this.work = work;
    }

    @Override
    public String type() {
        return type;
    }

    @Override
    public String run(JobContext job) throws Exception {
        got.add(job.id());
        return work.on(job);
    }
}
