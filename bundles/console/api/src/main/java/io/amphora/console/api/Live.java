package io.amphora.console.api;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import java.util.Set;
import java.util.function.Consumer;

/** Keeps a page in step with what others do. */
public final class Live {
    private Live() {
    }

    /**
     * Calls back on the UI thread of {@code owner} while it is attached, after events of the topic were committed, at most
     * a few times a second: many events make one call. Ends by itself when the component is detached.
     *
     * @param topic   exact ({@code order.placed}) or a whole domain ({@code order.*})
     * @param changed gets the keys (ids) of what changed
     */
    public static void on(Component owner, String topic, Consumer<Set<String>> changed) {
        owner.addAttachListener(e -> subscribe(owner, e.getUI(), topic, changed));
        owner.getUI().ifPresent(ui -> subscribe(owner, ui, topic, changed));
    }

    private static void subscribe(Component owner, UI ui, String topic, Consumer<Set<String>> changed) {
        LivePush push = ComponentUtil.getData(ui, LivePush.class);
        if (push != null) {
            push.subscribe(owner, topic, changed);
        }
    }
}
