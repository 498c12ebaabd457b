package io.amphora.identity.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.amphora.common.Problem;
import io.amphora.common.Problems;
import io.amphora.identity.api.NewUser;
import io.amphora.identity.api.Role;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserRulesTest {
    @Test
    void takesAnOrdinaryUser() {
        assertThat(problems(new NewUser("wang.wei", "王伟", "wang@example.com", Set.of(Role.WAREHOUSE), "a-long-password"))).isEmpty();
    }

    @Test
    void namesEverythingThatIsWrongAtOnce() {
        assertThat(problems(new NewUser("A b", " ", "nowhere", Set.of(), "short"))).extracting(Problem::field)
                .containsExactly("name", "displayName", "email", "roles", "password");
    }

    @ParameterizedTest
    @ValueSource(strings = {"aaaaaaaaaaaa", "short", ""})
    void refusesWeakPasswords(String password) {
        assertThat(problems(new NewUser("bob", "Bob", null, Set.of(Role.SALES), password))).isNotEmpty();
    }

    @Test
    void refusesTheNameAsPasswordAndNamesOfTheSystem() {
        assertThat(problems(new NewUser("bob.the.builder", "Bob", null, Set.of(Role.SALES), "Bob.The.Builder"))).extracting(Problem::code).containsExactly("password.is-name");
        assertThat(problems(new NewUser("karaf", "Karaf", null, Set.of(Role.SALES), null))).extracting(Problem::code).containsExactly("user.name-reserved");
    }

    @Test
    void readsNamesAsTyped() {
        assertThat(UserRules.name(" Bob ")).isEqualTo("bob");
        assertThat(UserRules.name(null)).isEmpty();
        assertThat(UserRules.isName("' or 1=1 --")).isFalse();
    }

    private static List<Problem> problems(NewUser user) {
        Problems problems = new Problems();
        UserRules.check(problems, user);
        return problems.all();
    }
}
