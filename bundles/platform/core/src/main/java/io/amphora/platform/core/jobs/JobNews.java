package io.amphora.platform.core.jobs;

import io.amphora.platform.api.Event;
import io.amphora.platform.api.Job;
import io.amphora.platform.core.outbox.LiveFeed;
import java.time.Clock;
import java.util.List;

/** Tells the screens of this node that a job stands elsewhere: {@code job.changed}. Not through the outbox, as nobody else cares. */
final class JobNews {
    private final LiveFeed live;
    private final Clock clock;

    JobNews(LiveFeed live, Clock clock) {
        this.live = live;
        this.clock = clock;
    }

    void changed(long id, Job.State state, long done, long total) {
        if (live.isListening()) {
            String payload = "{\"state\":\"" + state + "\",\"done\":" + done + ",\"total\":" + total + "}";
            live.tell(List.of(new Event(0, "job.changed", Long.toString(id), payload, clock.instant())));
        }
    }
}
