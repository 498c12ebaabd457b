package io.amphora.extension.shell;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.identity.api.SignIn;
import java.security.AccessController;
import java.security.Principal;
import java.util.Optional;
import java.util.Set;
import javax.security.auth.Subject;
import org.apache.karaf.jaas.boot.principal.ClientPrincipal;
import org.apache.karaf.jaas.boot.principal.UserPrincipal;

/**
 * Who types. Over SSH somebody signed in as a user of ours; at the terminal that the server was started from sits who may read and write
 * all its files anyway, so there is nothing to keep from them.
 */
final class ShellActor {
    private ShellActor() {
    }

    @SuppressWarnings("removal")
    static Actor of(SignIn users) {
        Subject subject = Subject.getSubject(AccessController.getContext());
        return of(users, subject == null ? Set.of() : subject.getPrincipals());
    }

    static Actor of(SignIn users, Set<Principal> principals) {
        if (principals.stream().anyMatch(p -> p instanceof ClientPrincipal && p.getName().startsWith("local"))) {
            return Actor.system("terminal");
        }
        Optional<String> name = principals.stream().filter(UserPrincipal.class::isInstance).map(Principal::getName).findFirst();
        return name.flatMap(users::actor).orElseThrow(() -> new AmphoraException.NotPermitted(name.orElse("nobody"), "amphora:*"));
    }
}
