package io.amphora.identity.core;

import io.amphora.common.Actor;
import io.amphora.identity.api.SignIn;
import io.amphora.platform.api.Sql;
import io.amphora.platform.api.Tx;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Signs in by name and password; after too many wrong attempts a name, or an address, has to wait. */
@Component(service = SignIn.class)
public final class ThrottledSignIn implements SignIn {
    private static final int PER_NAME = 10;
    private static final int PER_ADDRESS = 50;
    private static final Duration WINDOW = Duration.ofMinutes(15);
    /** Longer ones are wrong without asking. */
    private static final int LONGEST = 1000;

    private record Known(long id, boolean active, String hash, Actor actor) {
    }

    private final Tx tx;
    private final PasswordHashing hashing;
    private final IdentityEvents events;
    private final Clock clock;
    private final Attempts names;
    private final Attempts addresses;

    @Activate
    public ThrottledSignIn(@Reference(target = "(domain=identity)") Tx tx, @Reference PasswordHashing hashing, @Reference IdentityEvents events, @Reference Clock clock) {
        this.tx = tx;
        this.hashing = hashing;
        this.events = events;
        this.clock = clock;
        this.names = new Attempts(PER_NAME, WINDOW, clock);
        this.addresses = new Attempts(PER_ADDRESS, WINDOW, clock);
    }

    @Override
    public Optional<Actor> authenticate(String typedName, String password, String from) {
        String name = UserRules.name(typedName);
        if (addresses.exhausted(from) || password == null || password.length() > LONGEST) {
            return Optional.empty();
        }
        // who is shut out still waits for the hash, so that the time tells nothing
        Known known = UserRules.isName(name) ? find(name) : null;
        boolean right = hashing.matches(password, known == null ? null : known.hash);
        if (names.exhausted(name)) {
            return Optional.empty();
        }
        if (!right || !known.active) {
            refuse(known == null ? null : name, name, from);
            return Optional.empty();
        }
        names.succeeded(name);
        welcome(known, name, password, from);
        return Optional.of(known.actor);
    }

    @Override
    public Optional<Actor> actor(String typedName) {
        String name = UserRules.name(typedName);
        return UserRules.isName(name) ? tx.call(em -> AppUser.byName(em, name).filter(AppUser::isActive).map(AppUser::toActor)) : Optional.empty();
    }

    private Known find(String name) {
        return tx.call(em -> AppUser.byName(em, name).map(u -> new Known(u.id(), u.isActive(), u.passwordHash(), u.toActor())).orElse(null));
    }

    private void welcome(Known known, String name, String password, String from) {
        String renewed = hashing.isOutdated(known.hash) ? hashing.hash(password) : known.hash;
        tx.callWithRetry(em -> {
            // not by JPA, which would count the version up: signing in is no change that somebody editing the user should hear of.
            // The old hash in the condition: a password set meanwhile stays
            Sql.of("update app_user set last_sign_in = ?, password_hash = ? where id = ? and password_hash = ?", clock.instant(), renewed, known.id, known.hash).update(em);
            events.add(IdentityEvents.SIGNED_IN, name, name, "from", from);
            return null;
        });
    }

    /** @param user null when there is none of that name: what was typed may be a password, so it is not written down */
    private void refuse(String user, String name, String from) {
        // other texts are nobody's name: nothing to protect, and no memory to fill
        boolean nameShut = UserRules.isName(name) && names.failed(name);
        boolean addressShut = addresses.failed(from);
        String shown = user == null ? "unknown" : user;
        tx.callWithRetry(em -> {
            events.add(IdentityEvents.SIGN_IN_FAILED, shown, shown, "from", from);
            if (nameShut || addressShut) {
                events.add(IdentityEvents.SHUT_OUT, shown, shown, "from", from, "what", nameShut ? "name" : "address", "minutes", WINDOW.toMinutes());
            }
            return null;
        });
    }
}
