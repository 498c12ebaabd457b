package io.amphora.console.core;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Component;

/** The layouts now on a screen, to be changed from outside a request (with push). */
@Component(service = OpenUis.class)
public final class OpenUis {
    private final Map<MainLayout, UI> layouts = new ConcurrentHashMap<>();

    void add(MainLayout layout, UI ui) {
        layouts.put(layout, ui);
    }

    void remove(MainLayout layout) {
        layouts.remove(layout);
    }

    List<MainLayout> all() {
        return List.copyOf(layouts.keySet());
    }

    void each(Consumer<MainLayout> action) {
        layouts.keySet().forEach(layout -> access(layout, () -> action.accept(layout)));
    }

    /** Soon, on the layout's UI thread; nothing happens if it is gone. */
    void access(MainLayout layout, Runnable action) {
        UI ui = layouts.get(layout);
        if (ui == null) {
            return;
        }
        try {
            ui.access(action::run);
        } catch (UIDetachedException gone) {
            layouts.remove(layout);
        }
    }
}
