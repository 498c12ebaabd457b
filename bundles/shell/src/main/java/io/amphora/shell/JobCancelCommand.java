package io.amphora.shell;

import io.amphora.common.Actor;
import io.amphora.platform.api.Jobs;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Stops background work. */
@Service
@Command(scope = "amphora", name = "job-cancel", description = "Asks a job to stop.")
public final class JobCancelCommand extends AmphoraCommand {
    @Argument(name = "id", description = "as amphora:jobs shows it", required = true)
    long id;
    @Reference(optional = true)
    Jobs jobs;

    @Override
    void run(Actor by) {
        there(jobs, "platform").cancel(by, id);
        out().println("Job " + id + " is asked to stop.");
    }
}
