package io.amphora.shell;

import io.amphora.common.Actor;
import io.amphora.common.Page;
import io.amphora.common.PageRequest;
import io.amphora.identity.api.User;
import io.amphora.identity.api.Users;
import java.util.TreeSet;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;

/** Everybody. */
@Service
@Command(scope = "amphora", name = "users", description = "Lists the users with their roles.")
public final class UsersCommand extends AmphoraCommand {
    @Reference(optional = true)
    Users users;

    @Override
    void run(Actor by) {
        ShellTable table = new ShellTable();
        table.column("Name");
        table.column("Display name");
        table.column("Roles");
        table.column("Active");
        table.column("Last sign-in");
        String after = null;
        do {
            Page<User> page = there(users, "identity").list(by, new PageRequest(after, PageRequest.MAX));
            page.items().forEach(u -> table.addRow().addContent(u.name(), u.displayName(), String.valueOf(new TreeSet<>(u.roles())), u.active(), time(u.lastSignIn())));
            after = page.next();
        } while (after != null);
        print(table, "There are no users.");
    }
}
