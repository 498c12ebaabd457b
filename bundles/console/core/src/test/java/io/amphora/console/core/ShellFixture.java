package io.amphora.console.core;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import io.amphora.common.Messages;
import io.amphora.console.api.ConsoleView;
import io.amphora.console.api.kit.KitMessages;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.ComponentServiceObjects;

/** The shell as Declarative Services would wire it. */
final class ShellFixture {
    final OpenUis uis = new OpenUis();
    final LiveHub live = new LiveHub();
    final Views views = new Views(uis);
    final ConsoleTexts texts = new ConsoleTexts();
    final Themes themes = new Themes(uis);
    final Gate gate = new Gate();
    final Work work = new Work();
    final Tiles tiles = new Tiles(uis);
    final Menu menu = new Menu(views, texts, uis);
    final Counters counters = new Counters(live, uis);
    final Commands commands = new Commands(menu);
    final Preferences preferences = new Preferences();
    final Shell shell = new Shell(views, texts, themes, preferences, uis, gate, new StaticFiles("1"));

    ShellFixture(Messages... messages) {
        texts.sources = new java.util.ArrayList<>(List.of(new ShellMessages(), new KitMessages()));
        texts.sources.addAll(List.of(messages));
        shell.live = live;
        shell.menu = menu;
        shell.counters = counters;
        shell.commands = commands;
        shell.tiles = tiles;
        shell.work = work;
    }

    void connect() {
        views.connect(ApplicationRouteRegistry.getInstance((VaadinServletContext) VaadinSession.getCurrent().getService().getContext()));
    }

    /** A page's service, as its bundle would register it. */
    static <V extends Component & ConsoleView> ComponentServiceObjects<ConsoleView> view(Class<V> type, Supplier<V> make, Map<String, Object> route) {
        Bundle bundle = stub(Bundle.class, Map.of("loadClass", type));
        ServiceReference<?> reference = (ServiceReference<?>) Proxy.newProxyInstance(ShellFixture.class.getClassLoader(), new Class<?>[] {ServiceReference.class}, (proxy, method, args) ->
                switch (method.getName()) {
                    case "getBundle" -> bundle;
                    case "getProperty" -> args[0].equals("component.name") ? type.getName() : route.get(((String) args[0]).replace("console.", ""));
                    case "hashCode" -> System.identityHashCode(proxy);
                    case "equals" -> proxy == args[0];
                    default -> type.getName();
                });
        return new ComponentServiceObjects<>() {
            @Override
            public ConsoleView getService() {
                return make.get();
            }

            @Override
            public void ungetService(ConsoleView service) {
                // nothing is counted
            }

            @Override
            @SuppressWarnings("unchecked")
            public ServiceReference<ConsoleView> getServiceReference() {
                return (ServiceReference<ConsoleView>) reference;
            }
        };
    }

    private static <T> T stub(Class<T> type, Map<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(ShellFixture.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> answers.get(method.getName())));
    }
}
