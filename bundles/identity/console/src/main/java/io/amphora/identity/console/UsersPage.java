package io.amphora.identity.console;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.amphora.common.Actor;
import io.amphora.console.api.ConsoleRoute;
import io.amphora.console.api.ConsoleView;
import io.amphora.console.api.CurrentUser;
import io.amphora.console.api.Live;
import io.amphora.console.api.MenuGroup;
import io.amphora.console.api.kit.Badge;
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.KeysetGrid;
import io.amphora.console.api.kit.Page;
import io.amphora.console.api.kit.Shortcuts;
import io.amphora.console.api.kit.Texts;
import io.amphora.identity.api.User;
import io.amphora.identity.api.Users;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** Everybody who may sign in. */
@Component(service = ConsoleView.class, scope = ServiceScope.PROTOTYPE)
@ConsoleRoute(path = "users", title = "user.list", icon = "vaadin:users", group = MenuGroup.ADMINISTRATION, order = 10, permission = Users.MANAGE)
public final class UsersPage extends Page implements ConsoleView {
    private static final long serialVersionUID = 1L;

    private final transient Users users;
    private final transient Actor actor = CurrentUser.actor();
    private final KeysetGrid<User> grid;

    @Activate
    public UsersPage(@Reference Users users) {
        super("user.list");
        this.users = users;
        grid = new KeysetGrid<>(page -> users.list(actor, page), User::id);
        buildGrid();
        primary("user.new", this::create).setId("new-user");
        Shortcuts.on(this, "n", "user.new", this::create);
        grow(grid);
        Live.on(this, "identity.*", keys -> grid.refresh());
    }

    private void buildGrid() {
        Formats formats = Formats.current();
        grid.column("user.name", User::name).setFlexGrow(0);
        grid.column("user.display-name", User::displayName);
        grid.column("user.roles", UsersPage::roles);
        grid.column("user.email", u -> u.email() == null ? "" : u.email());
        grid.badge("user.state", UsersPage::state);
        grid.column("user.last-sign-in", u -> formats.relative(u.lastSignIn())).setFlexGrow(0);
        grid.setCard(UsersPage::card);
        grid.onOpen(user -> UserDialog.change(users, actor, users.find(actor, user.id()), grid::refresh).open());
    }

    private static String roles(User user) {
        return user.roles().stream().sorted().map(r -> Texts.of("role", r)).collect(Collectors.joining(", "));
    }

    private static Badge state(User user) {
        return user.active() ? Badge.of(Badge.Tone.SUCCESS, "user.active") : Badge.of(Badge.Tone.NEUTRAL, "user.inactive");
    }

    private static Div card(User user) {
        Span name = new Span(user.displayName());
        name.addClassName("strong");
        Div top = new Div(name, state(user));
        Div bottom = new Div(new Span(user.name()), new Span(roles(user)));
        top.addClassName("card-row");
        bottom.addClassName("card-row");
        Div card = new Div(top, bottom);
        card.addClassName("card");
        return card;
    }

    private void create() {
        UserDialog.create(users, actor, grid::restart).open();
    }
}
