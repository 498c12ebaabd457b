package io.amphora.shell;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Page;
import io.amphora.common.PageRequest;
import io.amphora.identity.api.User;
import io.amphora.identity.api.Users;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** For who forgot it. */
@Service
@Command(scope = "amphora", name = "user-password", description = "Sets the password of a user; asks for it.")
public final class UserPasswordCommand extends AmphoraCommand {
    @Argument(name = "name", description = "sign-in name", required = true)
    String name;
    @Option(name = "--password", description = "for scripts; better be asked, else it stays in the history of the shell")
    String password;
    @Reference(optional = true)
    Users users;

    @Override
    void run(Actor by) throws Exception {
        User user = find(there(users, "identity"), by);
        users.setPassword(by, user.id(), Passwords.ask(session, password));
        out().println("The password of " + user.name() + " is set.");
    }

    private User find(Users in, Actor by) {
        String after = null;
        do {
            Page<User> page = in.list(by, new PageRequest(after, PageRequest.MAX));
            Optional<User> found = page.items().stream().filter(u -> u.name().equalsIgnoreCase(name)).findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            after = page.next();
        } while (after != null);
        throw new AmphoraException.NotFound("user", name);
    }
}
