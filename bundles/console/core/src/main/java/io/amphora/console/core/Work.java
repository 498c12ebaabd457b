package io.amphora.console.core;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.PageRequest;
import io.amphora.console.api.ConsoleNotices;
import io.amphora.console.api.JobPage;
import io.amphora.platform.api.Job;
import io.amphora.platform.api.Jobs;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Background work and messages, as the bell shows them. Shows none while the platform is not there. */
@Component(service = Work.class)
public final class Work {
    private static final int RECENT = 8;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    volatile Jobs jobs;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    volatile ConsoleNotices notices;

    private final List<JobPage> pages = new CopyOnWriteArrayList<>();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindPage(JobPage page) {
        pages.add(page);
    }

    void unbindPage(JobPage page) {
        pages.remove(page);
    }

    /** Where a job is told in full. */
    Optional<String> page(Job job) {
        return pages.stream().filter(p -> p.type().equals(job.type())).findFirst().map(p -> p.path(job.params()));
    }

    /** Who has messages for people, if anybody has. */
    Optional<ConsoleNotices> notices() {
        return Optional.ofNullable(notices);
    }

    /** Own jobs of late, newest first. */
    List<Job> recent(Actor actor) {
        Jobs now = jobs;
        return now == null ? List.of() : now.list(actor, PageRequest.first(RECENT)).items().stream().filter(j -> j.owner().equals(actor.name())).toList();
    }

    /** An own job; empty for somebody else's. */
    Optional<Job> own(Actor actor, String id) {
        Jobs now = jobs;
        try {
            return now == null ? Optional.empty() : now.find(actor, Long.parseLong(id)).filter(j -> j.owner().equals(actor.name()));
        } catch (AmphoraException.NotFound | AmphoraException.NotPermitted | NumberFormatException e) {
            return Optional.empty();
        }
    }

    void cancel(Actor actor, long id) {
        Jobs now = jobs;
        if (now != null) {
            now.cancel(actor, id);
        }
    }
}
