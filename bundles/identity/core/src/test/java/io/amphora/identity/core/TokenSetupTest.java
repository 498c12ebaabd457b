package io.amphora.identity.core;

import static io.amphora.identity.core.Identity.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amphora.common.AmphoraException;
import io.amphora.identity.api.NewUser;
import io.amphora.identity.api.Role;
import io.amphora.identity.api.User;
import io.amphora.platform.test.BothDatabases;
import io.amphora.platform.test.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.io.TempDir;

@BothDatabases(IdentityEntities.class)
class TokenSetupTest {
    private static final NewUser ADA = new NewUser("ada", "Ada", "ada@example.com", Set.of(Role.SALES), PASSWORD);

    @TempDir
    Path folder;
    private Identity identity;
    private TokenSetup setup;

    @BeforeEach
    void setUp(TestDatabase db) {
        db.clear();
        identity = new Identity(db);
        setup = new TokenSetup(identity.users);
    }

    @TestTemplate
    void readerOfTheTokenBecomesAdministratorOnce() throws Exception {
        Path file = folder.resolve("setup-token");
        new SetupNotice(setup, file, "http://localhost:8181/console");
        String token = Files.readString(file);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        assertThat(setup.needed()).isTrue();

        User ada = setup.createAdministrator(token, ADA);

        assertThat(ada.roles()).containsExactly(Role.ADMIN);
        assertThat(identity.signIn.authenticate("ada", PASSWORD, "here")).hasValueSatisfying(a -> assertThat(a.may("identity.manage")).isTrue());
        assertThat(setup.needed()).isFalse();
        assertThat(file).doesNotExist();
        assertThatThrownBy(() -> setup.createAdministrator(token, new NewUser("eve", "Eve", null, Set.of(), PASSWORD))).isInstanceOf(AmphoraException.Refused.class);
    }

    @TestTemplate
    void firstAdministratorIsInNobodysWay() {
        setup.createAdministrator(setup.token(), ADA);

        assertThat(identity.user("bob", Role.SALES).id()).isNotEqualTo(1);
        assertThat(identity.user("eve", Role.SALES).name()).isEqualTo("eve");
    }

    @TestTemplate
    void wrongTokenIsRefusedAndWeakUserIsTold() {
        assertThatThrownBy(() -> setup.createAdministrator("guess", ADA)).isInstanceOf(AmphoraException.Refused.class);
        assertThatThrownBy(() -> setup.createAdministrator(null, ADA)).isInstanceOf(AmphoraException.Refused.class);
        assertThatThrownBy(() -> setup.createAdministrator(setup.token(), new NewUser("ada", "", "x", Set.of(), "short"))).isInstanceOf(AmphoraException.Invalid.class);
        assertThat(setup.needed()).isTrue();
    }

    @TestTemplate
    void ofManyAtOnceOnlyOneBecomesTheFirst() {
        AtomicInteger refused = new AtomicInteger();

        IntStream.range(0, 8).parallel().forEach(i -> {
            try {
                setup.createAdministrator(setup.token(), new NewUser("ada" + i, "Ada", null, Set.of(), PASSWORD));
            } catch (AmphoraException.Refused e) {
                refused.incrementAndGet();
            }
        });

        assertThat(refused).hasValue(7);
    }

    @TestTemplate
    void nothingIsShownOnceThereAreUsers() throws Exception {
        Path file = Files.writeString(folder.resolve("setup-token"), "left from a crash");
        identity.user("bob", Role.ADMIN);

        new SetupNotice(setup, file, "http://localhost:8181/console");

        assertThat(file).doesNotExist();
    }
}
