package io.amphora.identity.console;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.Routes;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import io.amphora.common.Actor;
import io.amphora.console.api.CurrentUser;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccountPageTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private final FakeIdentity identity = new FakeIdentity();

    @BeforeEach
    void open() {
        MockVaadin.setup(new Routes());
        CurrentUser.set(new Actor("bob", "Bob", Set.of("order.read")));
        UI.getCurrent().add(new AccountPage(identity, identity, Clock.fixed(NOON, ZoneOffset.UTC)));
    }

    @AfterEach
    void tearDown() {
        MockVaadin.tearDown();
    }

    @Test
    void showsTheSecretOfANewTokenOnceAndListsTheToken() {
        _click(_get(Button.class, spec -> spec.withId("new-token")));
        _setValue(_get(TextField.class, spec -> spec.withId("token-label")), "shop");
        _click(_get(Button.class, spec -> spec.withId("issue-token")));

        assertThat(_get(TextField.class, spec -> spec.withId("token-secret")).getValue()).isEqualTo("amph_secret");
        assertThat(identity.tokens.get(0).expires()).isEqualTo(NOON.plus(Duration.ofDays(90)));
        assertThat(GridKt._size(_get(Grid.class))).isEqualTo(1);
    }

    @Test
    void revokesAfterAsking() {
        identity.issue(CurrentUser.actor(), "old laptop", null);
        UI.getCurrent().removeAll();
        UI.getCurrent().add(new AccountPage(identity, identity, Clock.fixed(NOON, ZoneOffset.UTC)));

        _click((Button) GridKt._getCellComponent(_get(Grid.class), 0, lastColumn()));
        assertThat(identity.tokens).hasSize(1);
        _click(_get(Button.class, spec -> spec.withId("confirm")));

        assertThat(identity.tokens).isEmpty();
    }

    private static String lastColumn() {
        Grid<?> grid = _get(Grid.class);
        Grid.Column<?> last = grid.getColumns().get(grid.getColumns().size() - 1);
        last.setKey("revoke");
        return "revoke";
    }

    @Test
    void changesTheOwnPassword() {
        _get(Details.class).setOpened(true);
        _setValue(_get(PasswordField.class, spec -> spec.withId("old-password")), "wrong");
        _setValue(_get(PasswordField.class, spec -> spec.withId("fresh-password")), "long enough 1");
        _click(_get(Button.class, spec -> spec.withId("save-password")));
        assertThat(_get(PasswordField.class, spec -> spec.withId("old-password")).getErrorMessage()).isEqualTo("is wrong");

        _setValue(_get(PasswordField.class, spec -> spec.withId("old-password")), "right");
        _click(_get(Button.class, spec -> spec.withId("save-password")));

        assertThat(identity.passwords).containsExactly("bob:long enough 1");
    }
}
