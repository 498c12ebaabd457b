package io.amphora.shell;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.identity.api.SignIn;
import java.io.PrintStream;
import java.security.AccessController;
import java.security.Principal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.function.Supplier;
import javax.security.auth.Subject;
import org.apache.karaf.jaas.boot.principal.ClientPrincipal;
import org.apache.karaf.jaas.boot.principal.UserPrincipal;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.table.ShellTable;

/** What all commands share. Services are optional, so that a domain that is off does not take the commands of the others away. */
public abstract class AmphoraCommand implements Action {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss'Z'").withZone(ZoneOffset.UTC);

    @Reference
    Session session;
    @Reference(optional = true)
    SignIn signIn;
    /** Who types. */
    Supplier<Set<Principal>> typing = AmphoraCommand::ofThread;

    @Override
    public final Object execute() throws Exception {
        run(actor());
        return null;
    }

    abstract void run(Actor by) throws Exception;

    /**
     * As it is now: somebody whose role was taken away meanwhile may do no more than that. Who sits at the terminal that the server was started
     * from may read and write all its files anyway; a thread that nobody is known for may do nothing.
     */
    private Actor actor() {
        Set<Principal> principals = typing.get();
        if (principals.stream().anyMatch(p -> p instanceof ClientPrincipal && p.getName().startsWith("local("))) {
            return Actor.system("shell");
        }
        String name = principals.stream().filter(UserPrincipal.class::isInstance).map(Principal::getName).findFirst().orElseThrow(
                () -> new AmphoraException.NotPermitted("nobody", "amphora:*"));
        return there(signIn, "identity").actor(name).orElseThrow(() -> new AmphoraException.NotPermitted(name, "amphora:*"));
    }

    // the subject of the thread: what else Java 17 offers would need Karaf to use it, too
    @SuppressWarnings({"removal", "deprecation"})
    static Set<Principal> ofThread() {
        Subject subject = Subject.getSubject(AccessController.getContext());
        return subject == null ? Set.of() : subject.getPrincipals();
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
