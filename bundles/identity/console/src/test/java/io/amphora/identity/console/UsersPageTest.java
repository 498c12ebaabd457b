package io.amphora.identity.console;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.Routes;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import io.amphora.common.Actor;
import io.amphora.console.api.CurrentUser;
import io.amphora.console.api.kit.FieldErrors;
import io.amphora.console.api.kit.KeysetGrid;
import io.amphora.identity.api.Role;
import io.amphora.identity.api.User;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UsersPageTest {
    private final FakeIdentity identity = new FakeIdentity();

    @BeforeEach
    void open() {
        MockVaadin.setup(new Routes());
        CurrentUser.set(new Actor("ada", "Ada", Set.of("*")));
        UI.getCurrent().add(new UsersPage(identity));
    }

    @AfterEach
    void tearDown() {
        MockVaadin.tearDown();
    }

    @Test
    void listsEverybody() {
        assertThat(GridKt._getFormattedRow(_get(KeysetGrid.class), 1)).contains("bob", "Bob", "bob@example.com");
    }

    @Test
    @SuppressWarnings("unchecked")
    void createsAUserAndShowsAllProblemsAtOnceBefore() {
        _click(_get(Button.class, spec -> spec.withId("new-user")));
        _setValue(_get(TextField.class, spec -> spec.withId("name")), "eve");
        _setValue(_get(TextField.class, spec -> spec.withId("display-name")), "Eve");
        _click(_get(Button.class, spec -> spec.withId("save")));

        CheckboxGroup<Role> roles = _get(CheckboxGroup.class, spec -> spec.withId("roles"));
        assertThat(roles.isInvalid()).isTrue();
        assertThat(_get(PasswordField.class, spec -> spec.withId("password")).getErrorMessage()).isEqualTo("must have at least 10 characters");

        _setValue(roles, Set.of(Role.WAREHOUSE));
        _click(_get(Button.class, spec -> spec.withId("save")));

        assertThat(identity.users).extracting(User::name).contains("eve");
        assertThat(_find(UserDialog.class)).isEmpty();
    }

    @Test
    void deactivatesAndSetsAPassword() {
        GridKt._clickItem(_get(KeysetGrid.class), 1);
        _click(_get(Button.class, spec -> spec.withId("set-password")));
        _setValue(_get(PasswordField.class, spec -> spec.withId("new-password")), "long enough 1");
        _click(_get(Button.class, spec -> spec.withId("confirm-password")));
        _setValue(_get(Checkbox.class, spec -> spec.withId("active")), false);
        _click(_get(Button.class, spec -> spec.withId("save")));

        assertThat(identity.passwords).containsExactly("2:long enough 1");
        assertThat(identity.users.get(1).active()).isFalse();
    }

    @Test
    void tellsWhenSomebodyElseWasFaster() {
        GridKt._clickItem(_get(KeysetGrid.class), 1);
        identity.change(null, 2, 1, "Bob B.", null, Set.of(Role.SERVICE), true);

        _click(_get(Button.class, spec -> spec.withId("save")));

        assertThat(_get(FieldErrors.class).isVisible()).isTrue();
        assertThat(identity.users.get(1).displayName()).isEqualTo("Bob B.");
    }
}
