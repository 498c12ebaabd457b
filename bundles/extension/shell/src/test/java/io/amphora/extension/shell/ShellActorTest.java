package io.amphora.extension.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.identity.api.SignIn;
import java.util.Optional;
import java.util.Set;
import org.apache.karaf.jaas.boot.principal.ClientPrincipal;
import org.apache.karaf.jaas.boot.principal.UserPrincipal;
import org.junit.jupiter.api.Test;

class ShellActorTest {
    private final SignIn users = new SignIn() {
        @Override
        public Optional<Actor> authenticate(String name, String password, String from) {
            return Optional.empty();
        }

        @Override
        public Optional<Actor> actor(String name) {
            return name.equals("ada") ? Optional.of(new Actor("ada", "Ada", Set.of("extension.read"))) : Optional.empty();
        }
    };

    @Test
    void actsAsTheUserWhoSignedInOverSsh() {
        assertThat(ShellActor.of(users, Set.of(new UserPrincipal("ada"), new ClientPrincipal("ssh", "/127.0.0.1:5000"))).name()).isEqualTo("ada");
    }

    @Test
    void trustsTheTerminalOfTheServer() {
        assertThat(ShellActor.of(users, Set.of(new UserPrincipal("karaf"), new ClientPrincipal("local", "localhost"))).name()).isEqualTo("system:terminal");
    }

    @Test
    void refusesNobodyAndUsersThatAreNotActive() {
        assertThatThrownBy(() -> ShellActor.of(users, Set.of())).isInstanceOf(AmphoraException.NotPermitted.class);
        assertThatThrownBy(() -> ShellActor.of(users, Set.of(new UserPrincipal("bob"), new ClientPrincipal("ssh", "x")))).isInstanceOf(AmphoraException.NotPermitted.class);
    }
}
