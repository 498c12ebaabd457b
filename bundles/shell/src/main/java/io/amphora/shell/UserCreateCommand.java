package io.amphora.shell;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.identity.api.NewUser;
import io.amphora.identity.api.Role;
import io.amphora.identity.api.User;
import io.amphora.identity.api.Users;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Adds somebody. */
@Service
@Command(scope = "amphora", name = "user-create", description = "Creates a user; asks for the password.")
public final class UserCreateCommand extends AmphoraCommand {
    @Argument(name = "name", description = "sign-in name", required = true)
    String name;
    @Option(name = "--role", description = "sales, service, warehouse, finance, manager, admin or integrator; may be repeated", multiValued = true)
    List<String> roles = List.of();
    @Option(name = "--display-name", description = "what people read; the sign-in name if absent")
    String displayName;
    @Option(name = "--email", description = "e-mail address")
    String email;
    @Option(name = "--password", description = "for scripts; better be asked, else it stays in the history of the shell")
    String password;
    @Option(name = "--no-password", description = "for a user that only uses tokens")
    boolean noPassword;
    @Reference(optional = true)
    Users users;

    @Override
    void run(Actor by) throws Exception {
        by.require(Users.MANAGE);
        Set<Role> chosen = roles();
        String secret = noPassword ? null : Passwords.ask(session, password);
        User created = there(users, "identity").create(by, new NewUser(name, displayName == null ? name : displayName, email, chosen, secret));
        out().println("Created " + created.name() + " (" + created.id() + ").");
    }

    private Set<Role> roles() {
        Set<Role> chosen = EnumSet.noneOf(Role.class);
        for (String role : roles) {
            chosen.add(Arrays.stream(Role.values()).filter(r -> r.name().equals(role.toUpperCase(Locale.ROOT))).findFirst().orElseThrow(
                    () -> new AmphoraException.Invalid(Problem.of("role", "user.role", "{0} is none of {1}", role, Arrays.toString(Role.values())))));
        }
        return chosen;
    }
}
