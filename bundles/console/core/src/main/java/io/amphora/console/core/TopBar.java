package io.amphora.console.core;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.amphora.common.Actor;
import io.amphora.console.api.ConsoleTheme;
import io.amphora.console.api.kit.Icons;
import io.amphora.console.api.kit.Shortcuts;
import io.amphora.console.api.kit.Texts;
import java.util.List;
import java.util.Locale;

/** Search, notifications, help, theme, language, user. */
final class TopBar extends Div {
    private static final long serialVersionUID = 1L;

    private final transient Shell shell;
    private final MainLayout layout;
    private final ContextMenu themes;

    TopBar(Shell shell, MainLayout layout, Palette palette) {
        this.shell = shell;
        this.layout = layout;
        addClassName("top-bar");
        Actor actor = layout.actor();
        DrawerToggle toggle = new DrawerToggle();
        toggle.setAriaLabel(Texts.of("console.menu"));
        Button help = icon("question-circle-o", "console.help");
        help.addClassName("wide-only");
        help.addClickListener(e -> e.getSource().getUI().ifPresent(ui -> new HelpDialog(Shortcuts.all(ui)).open()));
        Button theme = icon("adjust", "console.theme");
        themes = menu(theme);
        Button language = icon("globe", "console.language");
        languages(menu(language));
        Button user = new Button(actor.displayName().isBlank() ? "?" : actor.displayName().strip().substring(0, actor.displayName().strip().offsetByCodePoints(0, 1)));
        user.addClassName("user");
        user.setAriaLabel(Texts.of("console.user", actor.displayName()));
        user.setId("user");
        user(menu(user), actor);
        add(toggle, search(palette), palette, new Bell(shell.work(), actor), help, theme, language, user);
    }

    private static Button search(Palette palette) {
        Span text = new Span(Texts.of("console.search"));
        Span key = new Span("Ctrl K");
        key.addClassName("kbd");
        Div label = new Div(new Icons("search"), text, key);
        Button search = new Button(label, e -> palette.open());
        search.addClassName("search");
        search.setAriaLabel(Texts.of("console.search"));
        search.setId("search");
        return search;
    }

    static Button icon(String icon, String labelKey) {
        Button button = new Button(new Icons(icon));
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        button.setAriaLabel(Texts.of(labelKey));
        button.setTooltipText(Texts.of(labelKey));
        button.setId(labelKey.substring(labelKey.indexOf('.') + 1));
        return button;
    }

    private static ContextMenu menu(Button target) {
        ContextMenu menu = new ContextMenu(target);
        menu.setOpenOnClick(true);
        return menu;
    }

    void showThemes(List<ConsoleTheme> all, String chosen) {
        themes.removeAll();
        for (ConsoleTheme theme : all) {
            MenuItem item = themes.addItem(Texts.orElse("theme." + theme.id(), theme.id()), e -> layout.choose(theme));
            item.setCheckable(true);
            item.setChecked(theme.id().equals(chosen));
            item.setId("theme-" + theme.id());
        }
    }

    private void languages(ContextMenu menu) {
        for (Locale locale : Languages.ALL) {
            MenuItem item = menu.addItem(Languages.name(locale), e -> speak(locale));
            item.setCheckable(true);
            item.setChecked(locale.getLanguage().equals(getLocale().getLanguage()));
            item.getElement().setAttribute("lang", Languages.tag(locale));
            item.setId("language-" + locale.getLanguage());
        }
    }

    /** All windows of this session come back in the language, on the page (and filter) they show. */
    private void speak(Locale locale) {
        shell.preferences().language(layout.actor(), locale);
        UI here = getUI().orElseThrow();
        here.getSession().setLocale(locale);
        for (UI ui : here.getSession().getUIs()) {
            ui.getPage().executeJs("document.cookie = $0; location.reload()",
                    Languages.COOKIE + "=" + Languages.tag(locale) + "; path=/; max-age=31536000; SameSite=Lax");
        }
    }

    private void user(ContextMenu menu, Actor actor) {
        Div who = new Div(new Span(actor.displayName()), new Span(actor.name()));
        who.addClassName("who");
        menu.addComponent(who);
        menu.addSeparator();
        menu.addItem(Texts.of("console.help"), e -> getUI().ifPresent(ui -> new HelpDialog(Shortcuts.all(ui)).open()));
        // a form of its own, because a link could be planted on another page
        MenuItem out = menu.addItem(Texts.of("console.sign-out"), e -> getUI().ifPresent(ui -> ui.getPage().executeJs("""
                const form = Object.assign(document.createElement('form'), { method: 'post', action: $0 });
                document.body.append(form);
                form.submit();""", ConsoleContext.PATH + "/logout")));
        out.setId("sign-out");
    }
}
