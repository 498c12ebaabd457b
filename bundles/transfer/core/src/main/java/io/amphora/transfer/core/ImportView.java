package io.amphora.transfer.core;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.platform.api.Job;
import io.amphora.platform.api.Jobs;
import io.amphora.transfer.api.Import;
import io.amphora.transfer.api.Import.Progress;
import io.amphora.transfer.api.Outcome;
import io.amphora.transfer.core.run.Figures;
import io.amphora.transfer.core.store.ImportEntity;
import io.amphora.transfer.core.store.Json;
import io.amphora.transfer.core.store.Reading;
import java.util.Set;

/** An import as others see it: its row, and what its job says. A job that ended without a word of its own decides the state. */
final class ImportView {
    private static final Actor SELF = Actor.system("transfer");

    private final Jobs jobs;

    ImportView(Jobs jobs) {
        this.jobs = jobs;
    }

    Import of(ImportEntity e) {
        Job job = e.jobId() == null ? null : jobs.find(SELF, e.jobId()).orElse(null);
        Import.State state = state(e, job);
        Reading reading = e.reading();
        Progress progress = job == null ? Progress.NONE : new Progress(job.done(), job.total(), job.message());
        return new Import(e.id(), e.kind(), e.fileName(), e.bytes(), state, reading.format(), reading.mapping(), reading.options(), reading.findings(), e.check(), result(e),
                e.jobId(), progress, e.createdBy(), e.createdAt(), e.changedAt(), e.version());
    }

    /** What is written, also while a run is under way or when it stopped in the midst. */
    private static Outcome result(ImportEntity e) {
        if (e.state() == Import.State.DONE || e.figures() == null) {
            return e.result();
        }
        return Json.read(e.figures(), Figures.class).outcome(e.changedAt(), 0);
    }

    private static Import.State state(ImportEntity e, Job job) {
        if (!e.state().working() || job != null && !job.state().ended()) {
            return e.state();
        }
        boolean cancelled = job != null && job.state() == Job.State.CANCELLED;
        return !cancelled ? Import.State.FAILED : e.state() == Import.State.CHECKING ? Import.State.READY : Import.State.CANCELLED;
    }

    /** @throws AmphoraException.Refused if it stands elsewhere */
    void require(ImportEntity e, Set<Import.State> states) {
        Job job = e.jobId() == null ? null : jobs.find(SELF, e.jobId()).orElse(null);
        Import.State state = state(e, job);
        if (!states.contains(state)) {
            throw new AmphoraException.Refused(Problem.of("", "transfer.state", "this cannot be done now: the import is {0}", state));
        }
    }
}
