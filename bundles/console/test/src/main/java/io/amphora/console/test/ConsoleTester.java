package io.amphora.console.test;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.Routes;
import com.github.mvysny.kaributesting.v10.mock.MockService;
import com.github.mvysny.kaributesting.v10.mock.MockVaadinServlet;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.di.DefaultInstantiator;
import com.vaadin.flow.di.Instantiator;
import com.vaadin.flow.function.DeploymentConfiguration;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.server.ServiceException;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServletService;
import com.vaadin.flow.server.VaadinSession;
import io.amphora.common.Actor;
import io.amphora.common.Messages;
import io.amphora.console.api.CurrentUser;
import io.amphora.console.api.kit.KitMessages;
import io.amphora.console.api.kit.MessagesI18n;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * JUnit extension: a browser window of somebody who is signed in, without browser and server.
 *
 * <pre>{@code
 * @RegisterExtension
 * ConsoleTester console = new ConsoleTester(new OrderMessages()).as("ada", "order.review");
 *
 * var page = console.open(new OrdersView(orders));
 * _click(_get(Button.class, spec -> spec.withText("New order")));
 * }</pre>
 */
public final class ConsoleTester implements BeforeEachCallback, AfterEachCallback {
    private final List<Messages> messages = new ArrayList<>(List.of(new KitMessages()));
    private final Routes routes = new Routes();
    private Function<VaadinService, Instantiator> instantiator = this::plain;
    private Actor actor = new Actor("ada", "Ada", Set.of("*"));
    private Locale locale = Locale.ENGLISH;
    private ZoneId zone = ZoneId.of("Europe/Berlin");

    /** @param messages the texts of the pages under test; those of the kit are there */
    public ConsoleTester(Messages... messages) {
        this.messages.addAll(List.of(messages));
    }

    /** Signed in as somebody with just these permissions; without it somebody who may do everything. */
    public ConsoleTester as(String name, String... permissions) {
        actor = new Actor(name, name, Set.of(permissions));
        return this;
    }

    public ConsoleTester in(Locale language) {
        locale = language;
        return this;
    }

    public ConsoleTester at(ZoneId timeZone) {
        zone = timeZone;
        return this;
    }

    /** For tests of the shell: makes pages otherwise than by their constructor without arguments; the shell brings its own error pages. */
    public ConsoleTester with(Function<VaadinService, Instantiator> factory) {
        instantiator = factory;
        routes.getErrorRoutes().clear();
        return this;
    }

    /** Puts the component on the page. */
    public <C extends Component> C open(C component) {
        UI.getCurrent().removeAll();
        UI.getCurrent().add(component);
        return component;
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        MockVaadin.setup(UI::new, new Servlet());
        VaadinSession.getCurrent().setLocale(locale);
        VaadinSession.getCurrent().setAttribute(ZoneId.class, zone);
        UI.getCurrent().setLocale(locale);
        CurrentUser.set(actor);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        MockVaadin.tearDown();
    }

    private Instantiator plain(VaadinService service) {
        return new DefaultInstantiator(service) {
            private static final long serialVersionUID = 1L;

            @Override
            public I18NProvider getI18NProvider() {
                return new MessagesI18n(() -> messages);
            }
        };
    }

    private final class Servlet extends MockVaadinServlet {
        private static final long serialVersionUID = 1L;

        Servlet() {
            super(routes, UI::new);
        }

        @Override
        protected VaadinServletService createServletService(DeploymentConfiguration configuration) throws ServiceException {
            VaadinServletService service = new MockService(this, configuration, UI::new) {
                private static final long serialVersionUID = 1L;
                private Instantiator made;

                @Override
                public Instantiator getInstantiator() {
                    if (made == null) {
                        made = instantiator.apply(this);
                    }
                    return made;
                }
            };
            service.init();
            getRoutes().register(service.getContext());
            return service;
        }
    }
}
