package io.amphora.console.core;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NavigationTrigger;
import com.vaadin.flow.server.VaadinSession;
import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Messages;
import io.amphora.console.api.ConsoleView;
import io.amphora.console.api.HomeTile;
import io.amphora.console.api.kit.Page;
import io.amphora.console.test.ConsoleTester;
import io.amphora.console.test.MessagesCheck;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.osgi.service.component.ComponentServiceObjects;

class ShellTest {
    /** A page as a domain brings it. */
    public static class OrdersPage extends Page implements ConsoleView {
        private static final long serialVersionUID = 1L;

        public OrdersPage() {
            super("orders.title");
        }
    }

    /** A page that cannot be opened. */
    public static class BrokenPage extends Page implements ConsoleView {
        private static final long serialVersionUID = 1L;

        public BrokenPage() {
            super("orders.title");
            throw new IllegalStateException("secret detail");
        }
    }

    private static final Messages TEXTS = new Messages("none") {
        @Override
        public String find(String key, Locale locale) {
            return key.equals("orders.title") ? locale.getLanguage().equals("zh") ? "订单" : "Orders" : null;
        }
    };

    private final ShellFixture fixture = new ShellFixture(TEXTS);
    private final ComponentServiceObjects<ConsoleView> orders = ShellFixture.view(OrdersPage.class, OrdersPage::new,
            Map.of("path", "orders", "title", "orders.title", "group", "orders", "permission", "order.see"));

    @RegisterExtension
    final ConsoleTester console = new ConsoleTester().as("ada", "order.see").with(service -> new OsgiInstantiator(service, fixture.shell));

    @BeforeEach
    void connect() {
        fixture.connect();
        VaadinSession.getCurrent().setErrorHandler(new Failures());
    }

    @AfterEach
    void stop() {
        fixture.live.stop();
    }

    private static List<String> menu() {
        return _find(SideNavItem.class).stream().map(SideNavItem::getLabel).toList();
    }

    private static String title() {
        return _get(H1.class).getText();
    }

    @Test
    void textsAreComplete() {
        assertThat(MessagesCheck.problems(ShellMessages.class, "i18n.console")).isEmpty();
    }

    @Test
    void pageAppearsInTheMenuOfAnOpenBrowserAndGoesAgain() {
        UI.getCurrent().navigate("");
        assertThat(menu()).containsExactly("Home");

        fixture.views.addView(orders);
        MockVaadin.runUIQueue();
        assertThat(menu()).containsExactly("Home", "Orders");

        fixture.views.removeView(orders);
        MockVaadin.runUIQueue();
        assertThat(menu()).containsExactly("Home");
    }

    @Test
    void leadsHomeWithANoticeWhenTheOpenPageIsRemoved() {
        fixture.views.addView(orders);
        UI.getCurrent().navigate("orders");
        assertThat(title()).isEqualTo("Orders");

        fixture.views.removeView(orders);
        MockVaadin.runUIQueue();

        assertThat(title()).isEqualTo("Home");
        assertThat(_get(Notification.class).getElement().getTextRecursively()).contains("switched off");
    }

    @Test
    void hidesEntriesFromWhoLacksThePermission() {
        fixture.views.addView(orders);

        assertThat(fixture.menu.groups(new Actor("bob", "Bob", java.util.Set.of()), Locale.ENGLISH)).extracting(Menu.Group::id).containsExactly("home");
        assertThat(fixture.menu.groups(new Actor("eve", "Eve", java.util.Set.of("order.see")), Locale.SIMPLIFIED_CHINESE)).extracting(Menu.Group::title).containsExactly("首页", "订单");
    }

    @Test
    void saysSoWhenAPageIsUnknown() {
        UI ui = UI.getCurrent();

        ui.getInternals().getRouter().navigate(ui, new Location("no-such-page"), NavigationTrigger.PAGE_LOAD);

        assertThat(title()).isEqualTo("Page not found");
        assertThat(menu()).contains("Home");
    }

    @Test
    void hidesTheDetailWhenAPageCannotBeOpened() {
        fixture.views.addView(ShellFixture.view(BrokenPage.class, BrokenPage::new, Map.of("path", "broken", "title", "orders.title")));

        UI.getCurrent().navigate("broken");

        assertThat(title()).isEqualTo("This page cannot be shown");
        assertThat(_get(MainLayout.class).getElement().getTextRecursively()).doesNotContain("secret detail");
    }

    @Test
    void apologisesOnceForAListenerThatThrowsAndThePageStays() {
        Button bad = new Button("Bad", e -> {
            throw new IllegalStateException("secret detail");
        });
        console.open(new Div(bad));

        VaadinSession.getCurrent().getErrorHandler().error(new com.vaadin.flow.server.ErrorEvent(new IllegalStateException("secret detail")));

        assertThat(_get(Notification.class).getElement().getTextRecursively()).contains("something went wrong").doesNotContain("secret detail");
        assertThat(bad.isAttached()).isTrue();
    }

    @Test
    void showsTheRefusalThatAPageDidNotCatch() {
        VaadinSession.getCurrent().getErrorHandler().error(new com.vaadin.flow.server.ErrorEvent(new RuntimeException(new AmphoraException.NotFound("order", 7))));

        assertThat(_get(Notification.class).getElement().getTextRecursively()).contains("There is no order 7");
    }

    @Test
    void paletteFindsPagesAndOpensThem() {
        fixture.views.addView(orders);
        UI.getCurrent().navigate("");

        _click(_get(Button.class, spec -> spec.withId("search")));

        assertThat(fixture.commands.find(new Actor("eve", "Eve", java.util.Set.of("order.see")), "ord", Locale.ENGLISH).get("console.pages")).extracting(c -> c.path())
                .containsExactly("orders");
        assertThat(_get(com.vaadin.flow.component.dialog.Dialog.class).isOpened()).isTrue();
    }

    @Test
    void pageSaysWhatCanBeDoneOnItForThePalette() {
        io.amphora.console.api.kit.Page page = new io.amphora.console.api.kit.Page("orders");
        List<String> done = new java.util.ArrayList<>();
        page.action("first", () -> done.add("first"));
        io.amphora.console.api.kit.Page.disable(page.action("second", () -> done.add("second")), "not now");
        com.vaadin.flow.component.menubar.MenuBar menu = new com.vaadin.flow.component.menubar.MenuBar();
        com.vaadin.flow.component.contextmenu.MenuItem more = menu.addItem("more");
        more.getSubMenu().addItem("third", e -> done.add("third"));
        page.addAction(menu);

        page.actions().forEach(a -> a.run().run());

        assertThat(page.actions()).extracting(io.amphora.console.api.kit.Page.Action::label).hasSize(2);
        assertThat(done).containsExactly("first", "third");
    }

    @Test
    void homeShowsTilesAsTheyComeAndOneThatFailsHarmsNoOther() {
        UI.getCurrent().navigate("");
        fixture.tiles.addTile(tile(1, () -> new Div("128 orders")));
        fixture.tiles.addTile(tile(2, () -> {
            throw new IllegalStateException("secret detail");
        }));
        MockVaadin.runUIQueue();

        assertThat(_get(MainLayout.class).getElement().getTextRecursively()).contains("128 orders", "This card cannot be shown").doesNotContain("secret detail");
    }

    @Test
    void goKeysTakeTheFirstFreeLetter() {
        List<Menu.Item> one = List.of(new Menu.Item("x", "X", "", 1));

        assertThat(GoKeys.of(List.of(new Menu.Group("orders", "", one), new Menu.Group("customers", "", one), new Menu.Group("catalogue", "", one)))).containsOnlyKeys("g o", "g c", "g a");
    }

    private static HomeTile tile(int order, java.util.function.Supplier<com.vaadin.flow.component.Component> content) {
        return new HomeTile() {
            @Override
            public int order() {
                return order;
            }

            @Override
            public int width() {
                return 3;
            }

            @Override
            public String permission() {
                return "";
            }

            @Override
            public com.vaadin.flow.component.Component create(Actor actor) {
                return content.get();
            }
        };
    }
}
