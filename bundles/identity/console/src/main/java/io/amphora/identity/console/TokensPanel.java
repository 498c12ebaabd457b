package io.amphora.identity.console;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import io.amphora.common.Actor;
import io.amphora.console.api.Live;
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.ReasonDialog;
import io.amphora.console.api.kit.Screen;
import io.amphora.console.api.kit.Texts;
import io.amphora.console.api.kit.Toast;
import io.amphora.identity.api.Tokens;
import io.amphora.identity.api.Tokens.Token;
import io.amphora.identity.api.Users;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Tokens for REST: the own ones, or everybody's for who manages users. */
final class TokensPanel extends Div {
    private static final long serialVersionUID = 1L;

    private final transient Tokens tokens;
    private final transient Actor actor;
    private final transient Formats formats = Formats.current();
    private final Grid<Token> grid = new Grid<>();
    private final List<Grid.Column<Token>> wideOnly = new ArrayList<>();

    TokensPanel(Tokens tokens, Actor actor, Clock clock) {
        this.tokens = tokens;
        this.actor = actor;
        Button issue = new Button(Texts.of("token.new"), e -> new TokenDialog(tokens, actor, clock, this::refresh).open());
        issue.setId("new-token");
        columns();
        add(new H2(Texts.of("token.list")), new Paragraph(Texts.of("token.explained")), issue, grid);
        Screen.follow(this, narrow -> wideOnly.forEach(column -> column.setVisible(!narrow)));
        refresh();
        Live.on(this, "identity.*", keys -> refresh());
    }

    private void columns() {
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT);
        grid.setAllRowsVisible(true);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setEmptyStateText(Texts.of("token.none"));
        grid.addColumn(Token::label).setHeader(Texts.of("token.label")).setFlexGrow(2);
        if (actor.may(Users.MANAGE)) {
            wideOnly.add(grid.addColumn(Token::user).setHeader(Texts.of("user.name")));
        }
        grid.addColumn(t -> t.expires() == null ? Texts.of("token.never") : formats.date(t.expires())).setHeader(Texts.of("token.expires"));
        wideOnly.add(grid.addColumn(t -> t.lastUsed() == null ? "–" : formats.relative(t.lastUsed())).setHeader(Texts.of("token.last-used")));
        grid.addComponentColumn(this::revoke).setHeader(Texts.of("token.revoke")).setAutoWidth(true).setFlexGrow(0);
    }

    private Button revoke(Token token) {
        Button button = new Button(Texts.of("token.revoke"), e -> ReasonDialog.confirm(Texts.of("token.revoke.title", token.label()), Texts.of("token.revoke.text"), "token.revoke", () -> {
            if (Toast.guard(() -> tokens.revoke(actor, token.id()))) {
                refresh();
            }
        }).dangerous());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_ERROR);
        button.setAriaLabel(Texts.of("token.revoke.title", token.label()));
        return button;
    }

    private void refresh() {
        grid.setItems(tokens.list(actor));
    }
}
