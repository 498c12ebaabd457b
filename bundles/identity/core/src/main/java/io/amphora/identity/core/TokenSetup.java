package io.amphora.identity.core;

import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.identity.api.NewUser;
import io.amphora.identity.api.Role;
import io.amphora.identity.api.Setup;
import io.amphora.identity.api.User;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The one-time token is of this start and this node; it is only good while there is no user. */
@Component(service = {Setup.class, TokenSetup.class})
public final class TokenSetup implements Setup {
    private static final int TOKEN_BYTES = 24;

    private final JpaUsers users;
    private final String token;
    /** Once there are users there always are: they are never deleted. */
    private volatile boolean over;
    private volatile Runnable whenOver = () -> {
    };

    @Activate
    public TokenSetup(@Reference JpaUsers users) {
        this.users = users;
        byte[] bytes = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(bytes);
        this.token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public boolean needed() {
        if (!over && users.exist()) {
            over = true;
            whenOver.run();
        }
        return !over;
    }

    @Override
    public User createAdministrator(String given, NewUser user) {
        if (!needed()) {
            throw over();
        }
        if (given == null || !MessageDigest.isEqual(given.strip().getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8))) {
            throw new AmphoraException.Refused(Problem.of("token", "setup.token-wrong", "is not the token that the server printed at its start"));
        }
        if (user.password() == null) {
            throw new AmphoraException.Invalid(Problem.of("password", "required", "must not be empty"));
        }
        User created = users.createFirst("system:setup", new NewUser(user.name(), user.displayName(), user.email(), Set.of(Role.ADMIN), user.password()));
        needed();
        return created;
    }

    static AmphoraException.Refused over() {
        return new AmphoraException.Refused(Problem.of("", "setup.over", "there is an administrator already: sign in"));
    }

    /** For who shows it, see {@link SetupNotice}. */
    String token() {
        return token;
    }

    /** @param action once, as soon as it is known that there are users */
    void whenOver(Runnable action) {
        whenOver = action;
    }
}
