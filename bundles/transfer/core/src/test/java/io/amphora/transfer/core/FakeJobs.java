package io.amphora.transfer.core;

import io.amphora.common.Actor;
import io.amphora.common.Page;
import io.amphora.common.PageRequest;
import io.amphora.platform.api.Job;
import io.amphora.platform.api.JobContext;
import io.amphora.platform.api.JobHandler;
import io.amphora.platform.api.Jobs;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/** Jobs that run when the test says so, on its thread. */
final class FakeJobs implements Jobs {
    private final Map<Long, Job> all = new HashMap<>();
    private final Map<Long, Actor> actors = new HashMap<>();
    private final Queue<Long> queue = new ArrayDeque<>();
    /** The job stops with a crash at its so-manieth word of progress. */
    int crashAt = Integer.MAX_VALUE;
    boolean cancelAtFirst;

    @Override
    public long submit(Actor by, String type, String title, String params) {
        long id = all.size() + 1L;
        all.put(id, new Job(id, type, title, by.name(), Job.State.QUEUED, 0, 0, null, params, null, Instant.EPOCH, null, null));
        actors.put(id, by);
        queue.add(id);
        return id;
    }

    /** @return what the handlers left or failed with */
    List<String> run(JobHandler handler) {
        List<String> results = new ArrayList<>();
        while (!queue.isEmpty()) {
            long id = queue.remove();
            try {
                to(id, Job.State.RUNNING, null);
                String result = handler.run(new Context(id));
                to(id, Job.State.SUCCEEDED, result);
                results.add(String.valueOf(result));
            } catch (JobContext.Cancelled e) {
                to(id, Job.State.CANCELLED, "cancelled");
            } catch (Exception e) {
                to(id, Job.State.FAILED, e.getMessage());
                results.add("failed: " + e.getMessage());
            }
        }
        return results;
    }

    private void to(long id, Job.State state, String message) {
        Job j = all.get(id);
        all.put(id, new Job(id, j.type(), j.title(), j.owner(), state, j.done(), j.total(), message, j.params(), null, j.created(), null, null));
    }

    @Override
    public Optional<Job> find(Actor by, long id) {
        return Optional.ofNullable(all.get(id));
    }

    @Override
    public Page<Job> list(Actor by, PageRequest page) {
        return new Page<>(List.copyOf(all.values()), null);
    }

    @Override
    public void cancel(Actor by, long id) {
        queue.remove(id);
        to(id, Job.State.CANCELLED, null);
    }

    private final class Context implements JobContext {
        private final long id;

        private Context(long id) {
            this.id = id;
        }

        @Override
        public long id() {
            return id;
        }

        @Override
        public Actor actor() {
            return actors.get(id);
        }

        @Override
        public String params() {
            return all.get(id).params();
        }

        @Override
        public String checkpoint() {
            return null;
        }

        @Override
        public void checkpoint(String state) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void progress(long done, long total, String message) {
            if (cancelAtFirst) {
                throw new Cancelled();
            }
            if (--crashAt <= 0) {
                crashAt = Integer.MAX_VALUE;
                throw new IllegalStateException("crash");
            }
        }

        @Override
        public boolean cancelled() {
            return false;
        }
    }
}
