package io.amphora.shell;

import io.amphora.common.Actor;
import io.amphora.common.PageRequest;
import io.amphora.platform.api.DeadLetters;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;

/** Events that did not arrive. */
@Service
@Command(scope = "amphora", name = "dead-letters", description = "Lists events that a listener refused for good.")
public final class DeadLettersCommand extends AmphoraCommand {
    @Option(name = "-n", description = "how many, 1 to 500")
    int size = 50;
    @Reference(optional = true)
    DeadLetters deadLetters;

    @Override
    void run(Actor by) {
        ShellTable table = new ShellTable();
        table.column("ID").alignRight();
        table.column("Listener");
        table.column("Topic");
        table.column("Key");
        table.column("Since");
        table.column("Reason");
        for (DeadLetters.Entry e : there(deadLetters, "platform").list(by, PageRequest.first(size)).items()) {
            table.addRow().addContent(e.id(), e.listener(), e.event().topic(), e.event().key(), time(e.at()), text(e.reason()));
        }
        print(table, "There are no dead letters.");
    }
}
