package io.amphora.identity.console;

import io.amphora.common.Actor;
import io.amphora.console.api.ConsoleRoute;
import io.amphora.console.api.ConsoleView;
import io.amphora.console.api.CurrentUser;
import io.amphora.console.api.MenuGroup;
import io.amphora.console.api.kit.Facts;
import io.amphora.console.api.kit.Page;
import io.amphora.console.api.kit.Panels;
import io.amphora.identity.api.Tokens;
import io.amphora.identity.api.Users;
import java.time.Clock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** What everybody may do about the own account: password and tokens. */
@Component(service = ConsoleView.class, scope = ServiceScope.PROTOTYPE)
@ConsoleRoute(path = "account", title = "account.title", icon = "vaadin:user", group = MenuGroup.ADMINISTRATION, order = 90)
public final class AccountPage extends Page implements ConsoleView {
    private static final long serialVersionUID = 1L;

    @Activate
    public AccountPage(@Reference Users users, @Reference Tokens tokens, @Reference Clock clock) {
        super("account.title");
        Actor actor = CurrentUser.actor();
        setFacts(new Facts().add("user.display-name", actor.displayName()).add("user.name", actor.name()).inline());
        add(Panels.section("account.password", new OwnPasswordForm(users, actor)));
        TokensPanel list = new TokensPanel(tokens, actor, clock);
        list.addClassName("surface");
        add(list);
    }
}
