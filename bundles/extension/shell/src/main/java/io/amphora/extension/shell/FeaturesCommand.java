package io.amphora.extension.shell;

import io.amphora.common.Problem;
import io.amphora.extension.api.Extensions;
import io.amphora.extension.api.Feature;
import io.amphora.identity.api.SignIn;
import java.util.Locale;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.table.ShellTable;

/** {@code amphora:features}. */
@Service
@Command(scope = "amphora", name = "features", description = "Features of the product, on or off, with how they do")
public final class FeaturesCommand implements Action {
    @Reference
    private Extensions extensions;

    @Reference
    private SignIn users;

    @Reference
    private Session session;

    @Override
    public Object execute() {
        ShellTable table = new ShellTable();
        table.column("Feature");
        table.column("Switch");
        table.column("Health");
        table.column("Title");
        for (Feature feature : extensions.features(ShellActor.of(users), Locale.ENGLISH)) {
            String faults = String.join("; ", feature.faults().stream().map(Problem::message).distinct().toList());
            table.addRow().addContent(feature.name(), feature.on() ? feature.essential() == null ? "on" : "on (essential)" : "off", feature.health(),
                    faults.isEmpty() ? feature.title() : feature.title() + ": " + faults);
        }
        table.print(session.getConsole());
        return null;
    }
}
