package io.amphora.shell;

import io.amphora.common.Actor;
import io.amphora.common.PageRequest;
import io.amphora.platform.api.Job;
import io.amphora.platform.api.Jobs;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;

/** Background work. */
@Service
@Command(scope = "amphora", name = "jobs", description = "Lists background jobs, newest first.")
public final class JobsCommand extends AmphoraCommand {
    @Option(name = "-n", description = "how many, 1 to 500")
    int size = 20;
    @Reference(optional = true)
    Jobs jobs;

    @Override
    void run(Actor by) {
        ShellTable table = new ShellTable();
        table.column("ID").alignRight();
        table.column("Title");
        table.column("Owner");
        table.column("State");
        table.column("Done").alignRight();
        table.column("Created");
        table.column("Message");
        for (Job job : there(jobs, "platform").list(by, PageRequest.first(size)).items()) {
            String done = job.total() == 0 ? String.valueOf(job.done()) : job.done() + "/" + job.total();
            table.addRow().addContent(job.id(), job.title(), job.owner(), job.state(), done, time(job.created()), text(job.message()));
        }
        print(table, "There are no jobs.");
    }
}
