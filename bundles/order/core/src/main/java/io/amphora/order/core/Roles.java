package io.amphora.order.core;

import io.amphora.common.Actor;
import io.amphora.common.Page;
import io.amphora.common.PageRequest;
import io.amphora.identity.api.Role;
import io.amphora.identity.api.User;
import io.amphora.identity.api.Users;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who is what in the business. Read anew every few seconds, and only when an approval needs it. */
@Component(service = Roles.class)
public final class Roles {
    private static final Actor BY = Actor.system("approvals");
    private static final long MAX_AGE = TimeUnit.SECONDS.toNanos(5);

    private record Read(Map<String, Set<Role>> byName, long at) {
    }

    private final Users users;
    private volatile Read last;

    @Activate
    public Roles(@Reference Users users) {
        this.users = users;
    }

    /** Administrators are everything. */
    boolean has(String name, String role) {
        Set<Role> roles = all().getOrDefault(name, Set.of());
        return roles.contains(Role.ADMIN) || roles.stream().anyMatch(r -> r.name().equals(role));
    }

    /** Who has this role, by name; nobody has it: the administrators, who are everything. */
    Set<String> of(String role) {
        Set<String> own = new TreeSet<>();
        Set<String> admins = new TreeSet<>();
        all().forEach((name, has) -> {
            if (has.stream().anyMatch(r -> r.name().equals(role))) {
                own.add(name);
            }
            if (has.contains(Role.ADMIN)) {
                admins.add(name);
            }
        });
        return own.isEmpty() ? admins : own;
    }

    boolean known(String name) {
        return all().containsKey(name);
    }

    private Map<String, Set<Role>> all() {
        Read r = last;
        if (r == null || System.nanoTime() - r.at() > MAX_AGE) {
            Map<String, Set<Role>> found = new HashMap<>();
            PageRequest next = PageRequest.first(PageRequest.MAX);
            while (next != null) {
                Page<User> page = users.list(BY, next);
                page.items().stream().filter(User::active).forEach(u -> found.put(u.name(), u.roles()));
                next = page.next() == null ? null : new PageRequest(page.next(), PageRequest.MAX);
            }
            r = new Read(found, System.nanoTime());
            last = r;
        }
        return r.byName();
    }
}
