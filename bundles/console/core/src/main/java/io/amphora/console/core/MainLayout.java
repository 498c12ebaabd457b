package io.amphora.console.core;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.Scroller;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import io.amphora.common.Actor;
import io.amphora.console.api.ConsoleTheme;
import io.amphora.console.api.CurrentUser;
import io.amphora.console.api.kit.Page;
import io.amphora.console.api.kit.Shortcuts;
import io.amphora.console.api.kit.Texts;
import io.amphora.console.api.kit.Toast;
import java.util.List;

/** What surrounds every page: menu at the left, bar on top. Follows pages, menu entries, themes, tiles and counters as they come and go. */
public final class MainLayout extends AppLayout implements AfterNavigationObserver {
    private static final long serialVersionUID = 1L;

    private final transient Shell shell;
    private final transient Actor actor = CurrentUser.actor();
    private final DrawerMenu menu = new DrawerMenu();
    private final Palette palette;
    private final TopBar bar;
    private String theme;

    MainLayout(Shell shell) {
        this.shell = shell;
        theme = shell.preferences().theme(actor).orElse(Themes.DEFAULT);
        setPrimarySection(Section.DRAWER);
        addClassName("shell");
        palette = new Palette(text -> shell.commands().find(actor, text, getLocale()), () -> actionsOf(getContent()));
        bar = new TopBar(shell, this, palette);
        addToDrawer(brand(), new Scroller(menu));
        addToNavbar(bar);
        shortcuts();
        menuChanged();
        themesChanged();
    }

    private Component brand() {
        Image logo = new Image(shell.files().url("logo.svg"), "");
        Anchor home = new Anchor("", logo, new Span("Amphora"));
        home.getElement().setAttribute("router-link", true);
        Nav brand = new Nav(home);
        brand.getElement().setAttribute("aria-label", "Amphora");
        brand.addClassName("brand");
        return brand;
    }

    /** Of the page that the view is or holds. */
    private static List<Page.Action> actionsOf(Component view) {
        if (view == null || view instanceof Page) {
            return view == null ? List.of() : ((Page) view).actions();
        }
        return view.getChildren().map(MainLayout::actionsOf).filter(a -> !a.isEmpty()).findFirst().orElse(List.of());
    }

    private void shortcuts() {
        Shortcuts.on(palette, "mod+k", "console.search", palette::open);
        Shortcuts.on(palette, "/", "console.search", palette::open);
        Shortcuts.on(bar, "?", "console.help", bar::help);
    }

    @Override
    public void showRouterLayoutContent(HasElement content) {
        super.showRouterLayoutContent(content);
        if (content != null) {
            content.getElement().setAttribute("role", "main");
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        shell.uis().add(this, event.getUI());
        shell.counters().show(this);
    }

    @Override
    protected void onDetach(DetachEvent event) {
        shell.uis().remove(this);
        super.onDetach(event);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        palette.close();
        getElement().executeJs("if (this.overlay) this.drawerOpened = false");
    }

    Actor actor() {
        return actor;
    }

    void menuChanged() {
        List<Menu.Group> groups = shell.menu().groups(actor, getLocale());
        if (menu.show(groups)) {
            Shortcuts.clear(menu);
            GoKeys.of(groups).forEach((key, item) -> Shortcuts.on(menu, key, "console.go", item.title(), () -> getUI().ifPresent(ui -> ui.navigate(item.path()))));
            if (isAttached()) {
                shell.counters().show(this);
            }
        }
    }

    void setCount(String path, long count, long most) {
        menu.setCount(path, count, most);
    }

    void tilesChanged() {
        if (getContent() instanceof HomeView home) {
            home.refresh();
        }
    }

    /** Offers the themes there are now; shows the default one if the user's has gone. */
    void themesChanged() {
        bar.showThemes(shell.themes().all(), theme);
        getUI().ifPresent(ui -> wear(ui, theme));
    }

    /** The user's choice. */
    void choose(ConsoleTheme chosen) {
        theme = chosen.id();
        bar.showThemes(shell.themes().all(), theme);
        getUI().ifPresent(ui -> wear(ui, theme));
        shell.preferences().theme(actor, theme);
    }

    private void wear(UI ui, String id) {
        ConsoleTheme now = shell.themes().find(id).orElse(null);
        ui.getPage().executeJs("window.amphora.theme($0, $1)", now == null ? null : now.stylesheet(), now != null && now.dark());
    }

    /** Leaves a view whose bundle is going away. */
    void leave(Class<? extends Component> type) {
        if (getContent() != null && getContent().getClass() == type) {
            Toast.info(Texts.of("console.page-removed"));
            getUI().ifPresent(ui -> ui.navigate(""));
        }
    }
}
