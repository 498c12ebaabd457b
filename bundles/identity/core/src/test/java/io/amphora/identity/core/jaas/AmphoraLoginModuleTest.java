package io.amphora.identity.core.jaas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amphora.common.Actor;
import io.amphora.identity.api.SignIn;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.login.FailedLoginException;
import org.apache.karaf.jaas.boot.principal.ClientPrincipal;
import org.apache.karaf.jaas.boot.principal.RolePrincipal;
import org.apache.karaf.jaas.boot.principal.UserPrincipal;
import org.junit.jupiter.api.Test;

class AmphoraLoginModuleTest {
    private final List<String> asked = new ArrayList<>();
    private final Subject subject = new Subject();

    @Test
    void administratorGetsKarafsRoles() throws Exception {
        AmphoraLoginModule module = module(Set.of("*"));

        assertThat(module.login()).isTrue();
        assertThat(module.commit()).isTrue();

        assertThat(subject.getPrincipals(UserPrincipal.class)).extracting(Principal::getName).containsExactly("ada");
        assertThat(subject.getPrincipals(RolePrincipal.class)).extracting(Principal::getName).containsExactlyInAnyOrder("admin", "manager", "viewer", "systembundles", "ssh");
        module.logout();
        assertThat(subject.getPrincipals(RolePrincipal.class)).isEmpty();
    }

    @Test
    void everybodyElseGetsNoRoleSoThatSshStaysShut() throws Exception {
        AmphoraLoginModule module = module(Set.of("order.read"));

        module.login();
        module.commit();

        assertThat(subject.getPrincipals(RolePrincipal.class)).isEmpty();
    }

    @Test
    void wrongPasswordIsRefusedAndTellsTheAddressWithoutThePort() {
        subject.getPrincipals().add(new ClientPrincipal("ssh", "/127.0.0.1:43210"));
        AmphoraLoginModule module = module(null);

        assertThatThrownBy(module::login).isInstanceOf(FailedLoginException.class);
        assertThat(asked).containsExactly("ada/secret/ssh(/127.0.0.1)");
    }

    private AmphoraLoginModule module(Set<String> permissions) {
        SignIn signIn = new SignIn() {
            @Override
            public Optional<Actor> authenticate(String name, String password, String from) {
                asked.add(name + "/" + password + "/" + from);
                return actor(name);
            }

            @Override
            public Optional<Actor> actor(String name) {
                return permissions == null ? Optional.empty() : Optional.of(new Actor(name, "Ada", permissions));
            }
        };
        AmphoraLoginModule module = new AmphoraLoginModule();
        module.initialize(subject, AmphoraLoginModuleTest::answer, Map.of(), Map.of(AmphoraLoginModule.SIGN_IN, signIn));
        return module;
    }

    private static void answer(Callback[] callbacks) {
        ((NameCallback) callbacks[0]).setName("ada");
        ((PasswordCallback) callbacks[1]).setPassword("secret".toCharArray());
    }
}
