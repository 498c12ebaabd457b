package io.amphora.console.api.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import java.util.function.Consumer;

/** Whether the user looks at a phone (at most 600 px wide). Prefer CSS; this is for what CSS cannot do. */
public final class Screen {
    private static final String NARROW = "amphora.narrow";

    private Screen() {
    }

    /** As last heard from the browser of this UI thread. */
    public static boolean narrow() {
        UI ui = UI.getCurrent();
        return ui != null && Boolean.TRUE.equals(ComponentUtil.getData(ui, NARROW));
    }

    /** For the shell and tests. */
    public static void narrow(UI ui, boolean narrow) {
        ComponentUtil.setData(ui, NARROW, narrow);
    }

    /** Calls back at once and at each change, as long as the component is on the page. */
    public static void follow(Component component, Consumer<Boolean> narrow) {
        narrow.accept(narrow());
        component.getElement().addEventListener("amphora-narrow", e -> {
            boolean now = e.getEventData().getBoolean("event.detail.narrow");
            component.getUI().ifPresent(ui -> narrow(ui, now));
            narrow.accept(now);
        }).addEventData("event.detail.narrow");
        component.addAttachListener(e -> component.getElement().executeJs("window.amphora?.narrow(this)"));
    }
}
