package io.amphora.shell;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.identity.api.SignIn;
import java.io.PrintStream;
import java.security.AccessController;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import javax.security.auth.Subject;
import org.apache.karaf.jaas.boot.principal.UserPrincipal;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.table.ShellTable;

/** What all commands share. Services are optional, so that a domain that is off does not take the commands of the others away. */
public abstract class AmphoraCommand implements Action {
    /** Who sits at the terminal of the server process; no user can have this name. */
    private static final String LOCAL = "karaf";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss'Z'").withZone(ZoneOffset.UTC);

    @Reference
    Session session;
    @Reference(optional = true)
    SignIn signIn;

    @Override
    public final Object execute() throws Exception {
        run(actor());
        return null;
    }

    abstract void run(Actor by) throws Exception;

    /** As it is now: somebody whose role was taken away meanwhile may do no more than that. */
    private Actor actor() {
        String name = signedIn().orElse(LOCAL);
        if (name.equals(LOCAL)) {
            return Actor.system("shell");
        }
        return there(signIn, "identity").actor(name).orElseThrow(() -> new AmphoraException.NotPermitted(name, "amphora:*"));
    }

    // the subject of the thread: what else Java 17 offers would need Karaf to use it, too
    @SuppressWarnings({"removal", "deprecation"})
    Optional<String> signedIn() {
        Subject subject = Subject.getSubject(AccessController.getContext());
        return subject == null ? Optional.empty() : subject.getPrincipals(UserPrincipal.class).stream().map(UserPrincipal::getName).findFirst();
    }

    /** @throws AmphoraException.Refused if the domain is switched off */
    static <T> T there(T service, String domain) {
        if (service == null) {
            throw new AmphoraException.Refused(Problem.of("", "domain-off", "{0} is not running", domain));
        }
        return service;
    }

    PrintStream out() {
        return session.getConsole();
    }

    void print(ShellTable table, String whenEmpty) {
        table.emptyTableText(whenEmpty).print(out());
    }

    static String time(Instant at) {
        return at == null ? "" : TIME.format(at);
    }

    static String text(Object value) {
        return value == null ? "" : value.toString();
    }
}
