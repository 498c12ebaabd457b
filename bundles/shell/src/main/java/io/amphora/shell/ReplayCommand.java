package io.amphora.shell;

import io.amphora.common.Actor;
import io.amphora.platform.api.DeadLetters;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Delivers events once more. */
@Service
@Command(scope = "amphora", name = "replay", description = "Delivers dead letters again.")
public final class ReplayCommand extends AmphoraCommand {
    @Argument(name = "id", description = "as amphora:dead-letters shows it; several in a row", required = true, multiValued = true)
    List<Long> ids;
    @Reference(optional = true)
    DeadLetters deadLetters;

    @Override
    void run(Actor by) {
        DeadLetters letters = there(deadLetters, "platform");
        ids.forEach(id -> letters.replay(by, id));
        out().println(ids.size() == 1 ? "1 event is on its way." : ids.size() + " events are on their way.");
    }
}
