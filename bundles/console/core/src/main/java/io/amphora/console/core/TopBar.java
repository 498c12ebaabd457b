package io.amphora.console.core;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Span;
import io.amphora.common.Actor;
import io.amphora.console.api.ConsoleTheme;
import io.amphora.console.api.kit.Icons;
import io.amphora.console.api.kit.Shortcuts;
import io.amphora.console.api.kit.Texts;
import java.util.List;
import java.util.Locale;

/** Search, notifications, help, theme, language, user. */
final class TopBar extends Header {
    private static final long serialVersionUID = 1L;

    private final transient Shell shell;
    private final MainLayout layout;
    private final MenuButton themes = new MenuButton(new Icons("adjust"), "console.theme");

    TopBar(Shell shell, MainLayout layout, Palette palette) {
        this.shell = shell;
        this.layout = layout;
        addClassName("top-bar");
        DrawerToggle toggle = new DrawerToggle();
        toggle.setAriaLabel(Texts.of("console.menu"));
        Button help = icon("question-circle-o", "console.help");
        help.addClassName("wide-only");
        help.addClickListener(e -> help());
        add(toggle, search(palette), palette, new Bell(shell.work(), layout.actor()), help, themes, languages(), user(layout.actor()));
    }

    private static Button search(Palette palette) {
        Span text = new Span(Texts.of("console.search"));
        Span key = new Span("Ctrl K");
        key.addClassName("kbd");
        Div label = new Div(new Icons("search"), text, key);
        Button search = new Button();
        search.getElement().appendChild(label.getElement());
        search.addClickListener(e -> palette.open());
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

    void help() {
        getUI().ifPresent(ui -> new HelpDialog(Shortcuts.all(ui)).open());
    }

    void showThemes(List<ConsoleTheme> all, String chosen) {
        themes.clear();
        for (ConsoleTheme theme : all) {
            themes.choice(Texts.orElse("theme." + theme.id(), theme.id()), theme.id().equals(chosen), () -> layout.choose(theme)).setId("theme-" + theme.id());
        }
    }

    private MenuButton languages() {
        MenuButton menu = new MenuButton(new Icons("globe"), "console.language");
        for (Locale locale : Languages.ALL) {
            Button choice = menu.choice(Languages.name(locale), locale.getLanguage().equals(getLocale().getLanguage()), () -> speak(locale));
            choice.getElement().setAttribute("lang", Languages.tag(locale));
            choice.setId("language-" + locale.getLanguage());
        }
        return menu;
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

    private MenuButton user(Actor actor) {
        Span initial = new Span(initial(actor.displayName()));
        initial.addClassName("user-initial");
        MenuButton menu = new MenuButton(initial, "console.user", actor.displayName());
        Div who = new Div(new Span(actor.displayName()), new Span(actor.name()));
        who.addClassName("who");
        menu.heading(who);
        menu.choice(Texts.of("console.help"), this::help);
        // a form of its own, because a link could be planted on another page
        menu.choice(Texts.of("console.sign-out"), () -> getUI().ifPresent(ui -> ui.getPage().executeJs("""
                const form = Object.assign(document.createElement('form'), { method: 'post', action: $0 });
                document.body.append(form);
                form.submit();""", ConsoleContext.PATH + "/logout"))).setId("sign-out");
        return menu;
    }

    private static String initial(String name) {
        String shown = name.strip();
        return shown.isEmpty() ? "?" : shown.substring(0, shown.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT);
    }
}
