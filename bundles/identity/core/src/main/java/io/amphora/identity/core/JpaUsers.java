package io.amphora.identity.core;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Page;
import io.amphora.common.PageRequest;
import io.amphora.common.Problem;
import io.amphora.common.Problems;
import io.amphora.identity.api.NewUser;
import io.amphora.identity.api.Role;
import io.amphora.identity.api.User;
import io.amphora.identity.api.Users;
import io.amphora.platform.api.Duplicates;
import io.amphora.platform.api.Tx;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Users in the database. Also tells the token cache of this node when somebody may do less than before. */
@Component(service = {Users.class, JpaUsers.class})
public final class JpaUsers implements Users {
    private final Tx tx;
    private final PasswordHashing hashing;
    private final IdentityEvents events;
    private final TokenCache cache;
    private final Clock clock;

    @Activate
    public JpaUsers(@Reference(target = "(domain=identity)") Tx tx, @Reference PasswordHashing hashing, @Reference IdentityEvents events, @Reference TokenCache cache, @Reference Clock clock) {
        this.tx = tx;
        this.hashing = hashing;
        this.events = events;
        this.cache = cache;
        this.clock = clock;
    }

    @Override
    public User create(Actor by, NewUser user) {
        by.require(MANAGE);
        try {
            return add(by.name(), user, u -> {
            });
        } catch (PersistenceException e) {
            if (Duplicates.caused(e)) {
                throw new AmphoraException.Invalid(taken(UserRules.name(user.name())));
            }
            throw e;
        }
    }

    private static Problem taken(String name) {
        return Problem.of("name", "user.exists", "there is a user {0} already", name);
    }

    /** Whether there is anybody yet. */
    boolean exist() {
        return tx.call(em -> !em.createQuery("select u.id from AppUser u", Long.class).setMaxResults(1).getResultList().isEmpty());
    }

    /** @throws AmphoraException.Refused if there is somebody already, whoever was faster */
    User createFirst(String by, NewUser user) {
        if (exist()) {
            throw TokenSetup.over();
        }
        try {
            return add(by, user, AppUser::makeFirst);
        } catch (PersistenceException e) {
            throw Duplicates.caused(e) ? TokenSetup.over() : e;
        }
    }

    private User add(String by, NewUser user, Consumer<AppUser> more) {
        Problems problems = new Problems();
        UserRules.check(problems, user);
        String name = UserRules.name(user.name());
        if (UserRules.isName(name) && tx.call(em -> AppUser.byName(em, name)).isPresent()) {
            problems.add(taken(name));
        }
        problems.throwIfAny();
        String hash = user.password() == null ? null : hashing.hash(user.password());
        return tx.callWithRetry(em -> {
            AppUser u = new AppUser(name, clock.instant());
            u.describe(user.displayName().strip(), strip(user.email()), user.roles(), true);
            u.setPasswordHash(hash);
            more.accept(u);
            em.persist(u);
            events.add(IdentityEvents.USER_CREATED, by, name, "roles", sorted(user.roles()));
            em.flush();
            return u.toUser();
        });
    }

    @Override
    public User change(Actor by, long id, long version, String displayName, String email, Set<Role> roles, boolean active) {
        by.require(MANAGE);
        Problems problems = new Problems();
        UserRules.checkProfile(problems, displayName, email, roles);
        problems.throwIfAny();
        User changed = tx.callWithRetry(em -> {
            AppUser u = get(em, id);
            if (u.version() != version) {
                throw new AmphoraException.Stale("user", u.name(), version, u.version());
            }
            boolean wasAdministrator = u.isActiveAdministrator();
            User before = u.toUser();
            u.describe(displayName.strip(), strip(email), roles, active);
            if (wasAdministrator && !u.isActiveAdministrator()) {
                requireOtherAdministrator(em, id);
            }
            em.flush();
            note(by, before, u.toUser());
            return u.toUser();
        });
        cache.clear();
        return changed;
    }

    /** Locks the administrators, so that two of them cannot remove each other at the same time. */
    private static void requireOtherAdministrator(EntityManager em, long id) {
        List<AppUser> administrators = em.createQuery("select u from AppUser u where u.active = true", AppUser.class)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
        if (administrators.stream().noneMatch(a -> a.id() != id && a.isActiveAdministrator())) {
            throw new AmphoraException.Refused(Problem.of("roles", "user.last-administrator", "this is the last active administrator"));
        }
    }

    private void note(Actor by, User before, User after) {
        events.add(IdentityEvents.USER_CHANGED, by.name(), after.name(),
                "roles", before.roles().equals(after.roles()) ? null : sorted(before.roles()) + " -> " + sorted(after.roles()),
                "active", before.active() == after.active() ? null : after.active(),
                "displayName", before.displayName().equals(after.displayName()) ? null : after.displayName());
    }

    @Override
    public void setPassword(Actor by, long id, String password) {
        by.require(MANAGE);
        String name = tx.call(em -> get(em, id).name());
        replacePassword(by, name, "password", password, new Problems());
    }

    @Override
    public void changeOwnPassword(Actor by, String oldPassword, String newPassword) {
        Problems problems = new Problems();
        String kept = tx.call(em -> AppUser.byName(em, by.name()).map(AppUser::passwordHash).orElse(null));
        problems.check(oldPassword != null && oldPassword.length() <= UserRules.PASSWORD_MAX * 2 && hashing.matches(oldPassword, kept), "oldPassword", "password.wrong", "is wrong");
        problems.check(newPassword == null || !newPassword.equals(oldPassword), "newPassword", "password.same", "must differ from the old one");
        replacePassword(by, by.name(), "newPassword", newPassword, problems);
    }

    private void replacePassword(Actor by, String name, String field, String password, Problems problems) {
        UserRules.checkPassword(problems, field, password, name);
        problems.throwIfAny();
        String hash = hashing.hash(password);
        tx.callWithRetry(em -> {
            AppUser.byName(em, name).orElseThrow(() -> new AmphoraException.NotFound("user", name)).setPasswordHash(hash);
            events.add(IdentityEvents.PASSWORD_SET, by.name(), name);
            return null;
        });
    }

    @Override
    public User find(Actor by, long id) {
        by.require(MANAGE);
        return tx.call(em -> get(em, id).toUser());
    }

    @Override
    public Page<User> list(Actor by, PageRequest page) {
        by.require(MANAGE);
        List<User> users = tx.call(em -> em.createQuery("select u from AppUser u where u.name > :after order by u.name", AppUser.class)
                .setParameter("after", page.after() == null ? "" : page.after()).setMaxResults(page.size() + 1).getResultStream().map(AppUser::toUser).toList());
        return Page.ofText(users, page.size(), User::name);
    }

    private static AppUser get(EntityManager em, long id) {
        return Optional.ofNullable(em.find(AppUser.class, id)).orElseThrow(() -> new AmphoraException.NotFound("user", id));
    }

    private static String strip(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static String sorted(Set<Role> roles) {
        return String.valueOf(new TreeSet<>(roles));
    }
}
