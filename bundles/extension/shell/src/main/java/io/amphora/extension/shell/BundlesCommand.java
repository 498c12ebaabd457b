package io.amphora.extension.shell;

import io.amphora.common.Problem;
import io.amphora.extension.api.Extensions;
import io.amphora.extension.api.InstalledBundle;
import io.amphora.extension.api.Provided;
import io.amphora.identity.api.SignIn;
import java.util.List;
import java.util.Locale;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.table.ShellTable;

/** {@code amphora:bundles}. */
@Service
@Command(scope = "amphora", name = "bundles", description = "Bundles of the product and dropped ones, with what they bring and how they do")
public final class BundlesCommand implements Action {
    @Reference
    private Extensions extensions;

    @Reference
    private SignIn users;

    @Reference
    private Session session;

    @Option(name = "-d", aliases = "--dropped", description = "Only those in the deploy folder")
    private boolean dropped;

    @Override
    public Object execute() {
        ShellTable table = new ShellTable();
        table.column("ID").alignRight();
        table.column("Bundle");
        table.column("Version");
        table.column("State");
        table.column("Health");
        table.column("Brings");
        for (InstalledBundle bundle : extensions.bundles(ShellActor.of(users), Locale.ENGLISH)) {
            if (bundle.dropped() || !dropped) {
                table.addRow().addContent(bundle.id(), bundle.symbolicName(), bundle.version(), bundle.state(), bundle.health(), note(bundle));
            }
        }
        table.print(session.getConsole());
        return null;
    }

    /** What is wrong, else what it brings. */
    private static String note(InstalledBundle bundle) {
        List<String> faults = bundle.faults().stream().map(Problem::message).distinct().toList();
        List<String> brings = bundle.provides().stream().filter(p -> p.kind() != Provided.Kind.SERVICE).map(p -> p.kind().name().toLowerCase(Locale.ROOT) + " " + p.id()).toList();
        return String.join("; ", faults.isEmpty() ? brings : faults);
    }
}
