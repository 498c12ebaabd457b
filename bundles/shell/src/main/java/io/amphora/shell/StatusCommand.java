package io.amphora.shell;

import io.amphora.common.Actor;
import io.amphora.common.PageRequest;
import io.amphora.platform.api.DeadLetters;
import io.amphora.platform.api.Job;
import io.amphora.platform.api.Jobs;
import io.amphora.platform.api.UnitStatus;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;

/** What the platform is doing. */
@Service
@Command(scope = "amphora", name = "status", description = "Shows the persistence unit, the database, waiting events, dead letters and jobs.")
public final class StatusCommand extends AmphoraCommand {
    private static final int LOOKED_AT = 100;

    @Reference(optional = true)
    UnitStatus unit;
    @Reference(optional = true)
    DeadLetters deadLetters;
    @Reference(optional = true)
    Jobs jobs;

    @Override
    void run(Actor by) {
        ShellTable table = new ShellTable().noHeaders();
        table.column("what");
        table.column("value");
        UnitStatus now = there(unit, "platform");
        table.addRow().addContent("database", now.database());
        table.addRow().addContent("unit", "generation %d, built in %d ms, %d open".formatted(now.generation(), now.lastBuildMillis(), now.open()));
        table.addRow().addContent("domains", String.join(", ", now.domains()));
        now.refused().forEach((domain, reason) -> table.addRow().addContent("refused: " + domain, reason));
        if (deadLetters != null) {
            table.addRow().addContent("events waiting", deadLetters.waiting());
            table.addRow().addContent("dead letters", atMost(deadLetters.list(by, PageRequest.first(LOOKED_AT)).items().size()));
        }
        if (jobs != null) {
            List<Job> latest = jobs.list(by, PageRequest.first(LOOKED_AT)).items();
            table.addRow().addContent("jobs", "%d running, %d queued".formatted(count(latest, Job.State.RUNNING), count(latest, Job.State.QUEUED)));
        }
        print(table, "");
    }

    private static String atMost(int number) {
        return number < LOOKED_AT ? String.valueOf(number) : LOOKED_AT + " or more";
    }

    private static long count(List<Job> jobs, Job.State state) {
        return jobs.stream().filter(j -> j.state() == state).count();
    }
}
