package io.amphora.extension.shell;

import io.amphora.common.Actor;
import io.amphora.common.Problem;
import io.amphora.extension.api.Extensions;
import io.amphora.extension.api.Impact;
import io.amphora.extension.api.Provided;
import io.amphora.identity.api.SignIn;
import java.util.Locale;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;

/** {@code amphora:feature-off}. */
@Service
@Command(scope = "amphora", name = "feature-off", description = "Switches a feature off, after saying what that touches")
public final class FeatureOffCommand implements Action {
    @Reference
    private Extensions extensions;

    @Reference
    private SignIn users;

    @Reference
    private Session session;

    @Argument(name = "feature", description = "Its name, see amphora:features", required = true)
    private String feature;

    @Option(name = "-n", aliases = "--dry-run", description = "Only say what it would touch")
    private boolean dryRun;

    @Option(name = "-a", aliases = "--with-dependents", description = "Also switch off features that need it")
    private boolean withDependents;

    @Override
    public Object execute() {
        Actor by = ShellActor.of(users);
        Impact impact = extensions.preview(by, feature, Locale.ENGLISH);
        session.getConsole().println("Stops: " + String.join(", ", impact.bundles()));
        for (Provided gone : impact.gone()) {
            session.getConsole().println("Gone: " + gone.kind().name().toLowerCase(Locale.ROOT) + " " + gone.title() + " (" + gone.bundle() + ")");
        }
        impact.features().forEach(needing -> session.getConsole().println("Needs it: " + needing));
        impact.concerns().stream().map(Problem::message).forEach(session.getConsole()::println);
        impact.refusals().stream().map(Problem::message).forEach(session.getConsole()::println);
        if (!dryRun) {
            extensions.switchOff(by, feature, withDependents);
            session.getConsole().println(feature + " is off");
        }
        return null;
    }
}
