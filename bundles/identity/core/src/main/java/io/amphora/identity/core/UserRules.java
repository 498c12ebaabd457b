package io.amphora.identity.core;

import io.amphora.common.Problems;
import io.amphora.identity.api.NewUser;
import io.amphora.identity.api.Role;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a user must look like. */
final class UserRules {
    static final int PASSWORD_MIN = 10;
    static final int PASSWORD_MAX = 200;
    static final int LABEL_MAX = 100;
    private static final Pattern NAME = Pattern.compile("[a-z0-9._-]{2,40}");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>,;]+@[^\\s@<>,;]+");
    /** Karaf's own console calls whoever sits at the server so. */
    private static final Set<String> RESERVED = Set.of("karaf");

    private UserRules() {
    }

    /** The form in which names are kept and compared. */
    static String name(String typed) {
        return typed == null ? "" : typed.strip().toLowerCase(Locale.ROOT);
    }

    static boolean isName(String name) {
        return NAME.matcher(name).matches() && !RESERVED.contains(name);
    }

    static void check(Problems problems, NewUser user) {
        String name = name(user.name());
        problems.check(NAME.matcher(name).matches(), "name", "user.name", "must be 2 to 40 of a-z, 0-9, dot, hyphen and underscore");
        problems.check(!RESERVED.contains(name), "name", "user.name-reserved", "{0} is a name of the system", name);
        checkProfile(problems, user.displayName(), user.email(), user.roles());
        if (user.password() != null) {
            checkPassword(problems, "password", user.password(), name);
        }
    }

    static void checkProfile(Problems problems, String displayName, String email, Set<Role> roles) {
        problems.text("displayName", displayName, Problems.TEXT);
        String address = problems.optionalText("email", email, Problems.TEXT);
        problems.check(address == null || EMAIL.matcher(address).matches(), "email", "user.email", "is no e-mail address");
        problems.check(roles != null && !roles.isEmpty(), "roles", "user.no-role", "choose at least one role");
    }

    static void checkPassword(Problems problems, String field, String password, String name) {
        int length = password == null ? 0 : password.codePointCount(0, password.length());
        problems.check(length >= PASSWORD_MIN, field, "password.short", "must have at least {0} characters", PASSWORD_MIN);
        problems.check(length <= PASSWORD_MAX, field, "too-long", "has {0} characters, at most {1} are allowed", length, PASSWORD_MAX);
        problems.check(length == 0 || password.codePoints().distinct().count() >= 4, field, "password.simple", "must have at least four different characters");
        problems.check(password == null || name.isEmpty() || !password.equalsIgnoreCase(name), field, "password.is-name", "must not be the sign-in name");
    }
}
