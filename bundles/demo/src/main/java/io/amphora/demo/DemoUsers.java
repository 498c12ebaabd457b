package io.amphora.demo;

import io.amphora.common.Actor;
import io.amphora.identity.api.NewUser;
import io.amphora.identity.api.Role;
import io.amphora.identity.api.Users;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** One user per role. */
final class DemoUsers {
    /** The one password of all of them; printed at the start. */
    static final String PASSWORD = "amphora-demo";

    private DemoUsers() {
    }

    static List<NewUser> all() {
        List<NewUser> users = new ArrayList<>();
        add(users, "admin", "Ada Admin", Role.ADMIN);
        add(users, "mia", "Mia Manager", Role.MANAGER);
        add(users, "sam", "Sam Sales", Role.SALES);
        add(users, "siri", "Siri Service", Role.SERVICE);
        add(users, "wang", "王伟 Warehouse", Role.WAREHOUSE);
        add(users, "finn", "Finn Finance", Role.FINANCE);
        add(users, "ivan", "Ivan Integrator", Role.INTEGRATOR);
        return users;
    }

    private static void add(List<NewUser> users, String name, String displayName, Role role) {
        users.add(new NewUser(name, displayName, name + "@example.com", Set.of(role), PASSWORD));
    }

    static void create(Users users, Actor by) {
        all().forEach(u -> users.create(by, u));
    }

    /** What the terminal shows. */
    static String text() {
        StringBuilder text = new StringBuilder("Demo users (password " + PASSWORD + "):");
        all().forEach(u -> text.append(System.lineSeparator()).append("  ").append(u.name()).append("  ").append(u.roles().iterator().next().name().toLowerCase(java.util.Locale.ROOT)));
        return text.toString();
    }
}
