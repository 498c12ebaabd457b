package io.amphora.identity.core;

import static io.amphora.identity.core.Identity.PASSWORD;
import static io.amphora.identity.core.Identity.ROOT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Page;
import io.amphora.common.PageRequest;
import io.amphora.common.Problem;
import io.amphora.identity.api.NewUser;
import io.amphora.identity.api.Role;
import io.amphora.identity.api.User;
import io.amphora.platform.api.Event;
import io.amphora.platform.test.BothDatabases;
import io.amphora.platform.test.TestDatabase;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;

@BothDatabases(IdentityEntities.class)
class JpaUsersTest {
    private TestDatabase db;
    private Identity identity;

    @BeforeEach
    void setUp(TestDatabase db) {
        this.db = db;
        db.clear();
        identity = new Identity(db);
    }

    @TestTemplate
    void createdUserSignsInAndIsListed() {
        User created = identity.users.create(ROOT, new NewUser(" Wang.Wei ", "王伟", null, Set.of(Role.WAREHOUSE, Role.SALES), PASSWORD));

        assertThat(created.name()).isEqualTo("wang.wei");
        assertThat(identity.signIn.authenticate("WANG.WEI", PASSWORD, "here")).hasValueSatisfying(a -> assertThat(a.permissions()).contains("order.fulfil", "order.enter"));
        User listed = identity.users.list(ROOT, PageRequest.first(10)).items().get(0);
        assertThat(listed).isEqualTo(identity.users.find(ROOT, created.id()));
        assertThat(listed.displayName()).isEqualTo("王伟");
        assertThat(listed.roles()).containsExactlyInAnyOrder(Role.WAREHOUSE, Role.SALES);
        assertThat(listed.lastSignIn()).isEqualTo(identity.clock.instant());
        assertThat(listed.version()).as("signing in is no change").isEqualTo(created.version());
    }

    @TestTemplate
    void anybodyFindsColleaguesByNameButNobodyWhoIsGone() {
        identity.users.create(ROOT, new NewUser("mia", "Mia van Dam", null, Set.of(Role.SALES), PASSWORD));
        User gone = identity.users.create(ROOT, new NewUser("mike", "Mike", null, Set.of(Role.SALES), PASSWORD));
        identity.users.change(ROOT, gone.id(), gone.version(), "Mike", null, Set.of(Role.SALES), false);
        identity.users.create(ROOT, new NewUser("wang.wei", "王伟", null, Set.of(Role.SALES), PASSWORD));
        JpaPeople people = new JpaPeople(db.tx("identity"));
        Actor anybody = new Actor("x", "X", Set.of());

        assertThat(people.find(anybody, "MI", 5)).containsExactly(new io.amphora.identity.api.People.Person("mia", "Mia van Dam"));
        assertThat(people.find(anybody, "dam", 5)).hasSize(1);
        assertThat(people.find(anybody, "王", 5)).hasSize(1);
        assertThat(people.find(anybody, "%", 5)).isEmpty();
        assertThat(people.find(anybody, "", 1)).hasSize(1);
    }

    @TestTemplate
    void refusesATakenNameTogetherWithEverythingElse() {
        identity.user("bob", Role.SALES);

        AmphoraException.Invalid refused = catchThrowableOfType(AmphoraException.Invalid.class,
                () -> identity.users.create(ROOT, new NewUser("Bob", "", "x", Set.of(), "short")));

        assertThat(refused.problems()).extracting(Problem::field).containsExactlyInAnyOrder("name", "displayName", "email", "roles", "password");
    }

    @TestTemplate
    void onlyWhoMayManageUsersMayLookAtOrChangeThem() {
        User bob = identity.user("bob", Role.MANAGER);
        Actor by = identity.actor("bob");

        assertThatThrownBy(() -> identity.users.list(by, PageRequest.first(10))).isInstanceOf(AmphoraException.NotPermitted.class);
        assertThatThrownBy(() -> identity.users.find(by, bob.id())).isInstanceOf(AmphoraException.NotPermitted.class);
        assertThatThrownBy(() -> identity.users.setPassword(by, bob.id(), PASSWORD)).isInstanceOf(AmphoraException.NotPermitted.class);
        assertThatThrownBy(() -> identity.users.create(by, new NewUser("eve", "Eve", null, Set.of(Role.ADMIN), PASSWORD))).isInstanceOf(AmphoraException.NotPermitted.class);
        assertThatThrownBy(() -> identity.users.change(by, bob.id(), 1, "Bob", null, Set.of(Role.ADMIN), true)).isInstanceOf(AmphoraException.NotPermitted.class);
    }

    @TestTemplate
    void secondEditorIsToldInsteadOfOverwriting() {
        User bob = identity.user("bob", Role.SALES);
        User changed = identity.users.change(ROOT, bob.id(), bob.version(), "Bob B.", null, Set.of(Role.SERVICE), true);

        assertThat(changed.version()).isGreaterThan(bob.version());
        assertThatThrownBy(() -> identity.users.change(ROOT, bob.id(), bob.version(), "Robert", null, Set.of(Role.SALES), true)).isInstanceOf(AmphoraException.Stale.class);
        assertThat(identity.users.find(ROOT, bob.id()).displayName()).isEqualTo("Bob B.");
    }

    @TestTemplate
    void lastActiveAdministratorStays() {
        User ada = identity.user("ada", Role.ADMIN);
        User old = identity.user("old", Role.ADMIN);
        identity.users.change(ROOT, old.id(), old.version(), "Old", null, Set.of(Role.ADMIN), false);

        assertThatThrownBy(() -> identity.users.change(ROOT, ada.id(), ada.version(), "Ada", null, Set.of(Role.SALES), true)).isInstanceOf(AmphoraException.Refused.class);
        assertThatThrownBy(() -> identity.users.change(ROOT, ada.id(), ada.version(), "Ada", null, Set.of(Role.ADMIN), false)).isInstanceOf(AmphoraException.Refused.class);
        assertThat(identity.signIn.actor("ada")).hasValueSatisfying(a -> assertThat(a.may("anything")).isTrue());
    }

    @TestTemplate
    void twoAdministratorsCannotRemoveEachOtherAtOnce() throws Exception {
        User ada = identity.user("ada", Role.ADMIN);
        User bea = identity.user("bea", Role.ADMIN);
        List<Callable<Boolean>> both = List.of(() -> demoted(ada), () -> demoted(bea));

        var threads = Executors.newFixedThreadPool(2);
        int demoted = 0;
        for (Future<Boolean> f : threads.invokeAll(both)) {
            demoted += f.get() ? 1 : 0;
        }
        threads.shutdown();

        assertThat(demoted).isEqualTo(1);
    }

    private boolean demoted(User user) {
        try {
            identity.users.change(ROOT, user.id(), user.version(), user.displayName(), null, Set.of(Role.SALES), true);
            return true;
        } catch (AmphoraException.Refused e) {
            return false;
        }
    }

    @TestTemplate
    void deactivatedUserIsOutAtOnce() {
        User bob = identity.user("bob", Role.SALES);
        String secret = identity.tokens.issue(identity.actor("bob"), "laptop", null).secret();
        assertThat(identity.tokens.actor(secret)).isPresent();

        identity.users.change(ROOT, bob.id(), bob.version(), "Bob", null, Set.of(Role.SALES), false);

        assertThat(identity.signIn.authenticate("bob", PASSWORD, "here")).isEmpty();
        assertThat(identity.signIn.actor("bob")).isEmpty();
        assertThat(identity.tokens.actor(secret)).isEmpty();
    }

    @TestTemplate
    void ownPasswordChangesOnlyWithTheOldOne() {
        identity.user("bob", Role.SALES);
        Actor bob = identity.actor("bob");

        AmphoraException.Invalid refused = catchThrowableOfType(AmphoraException.Invalid.class, () -> identity.users.changeOwnPassword(bob, "guess", "short"));
        assertThat(refused.problems()).extracting(Problem::field).containsExactly("oldPassword", "newPassword");

        identity.users.changeOwnPassword(bob, PASSWORD, "another long one");
        assertThat(identity.signIn.authenticate("bob", PASSWORD, "here")).isEmpty();
        assertThat(identity.signIn.authenticate("bob", "another long one", "here")).isPresent();
    }

    @TestTemplate
    void administratorSetsAPassword() {
        User bob = identity.user("bob", Role.SALES);

        identity.users.setPassword(ROOT, bob.id(), "set by the administrator");

        assertThat(identity.signIn.authenticate("bob", "set by the administrator", "here")).isPresent();
        assertThatThrownBy(() -> identity.users.setPassword(ROOT, 999_999, PASSWORD)).isInstanceOf(AmphoraException.NotFound.class);
    }

    @TestTemplate
    void pagesByName() {
        for (String name : List.of("dora", "adam", "carl", "bert", "emil")) {
            identity.user(name, Role.SALES);
        }

        Page<User> first = identity.users.list(ROOT, PageRequest.first(2));
        Page<User> second = identity.users.list(ROOT, new PageRequest(first.next(), 3));

        assertThat(first.items()).extracting(User::name).containsExactly("adam", "bert");
        assertThat(second.items()).extracting(User::name).containsExactly("carl", "dora", "emil");
        assertThat(second.next()).isNull();
    }

    @TestTemplate
    void everyChangeIsAnEventWithoutSecrets() {
        User bob = identity.user("bob", Role.SALES);
        identity.users.change(ROOT, bob.id(), bob.version(), "Bob", null, Set.of(Role.MANAGER), true);
        identity.users.setPassword(ROOT, bob.id(), "another long one");

        assertThat(db.events()).extracting(Event::topic).containsExactly("identity.user-created", "identity.user-changed", "identity.password-set");
        assertThat(db.events()).allSatisfy(e -> assertThat(e.payload()).contains("\"by\":\"system:test\"", "\"user\":\"bob\"").doesNotContain("horse", "another", "argon"));
        assertThat(db.events().get(1).payload()).contains("[SALES] -> [MANAGER]");
    }
}
