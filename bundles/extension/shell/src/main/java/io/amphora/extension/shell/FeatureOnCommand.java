package io.amphora.extension.shell;

import io.amphora.extension.api.Extensions;
import io.amphora.identity.api.SignIn;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;

/** {@code amphora:feature-on}. */
@Service
@Command(scope = "amphora", name = "feature-on", description = "Switches a feature on, with those it needs")
public final class FeatureOnCommand implements Action {
    @Reference
    private Extensions extensions;

    @Reference
    private SignIn users;

    @Reference
    private Session session;

    @Argument(name = "feature", description = "Its name, see amphora:features", required = true)
    private String feature;

    @Override
    public Object execute() {
        extensions.switchOn(ShellActor.of(users), feature);
        session.getConsole().println(feature + " is on");
        return null;
    }
}
