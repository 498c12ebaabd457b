package io.amphora.console.core;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import io.amphora.console.api.LivePush;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** What the components of one browser window want to hear. */
final class UiPush implements LivePush {
    private record Wish(Component owner, String topic, Consumer<Set<String>> changed) {
    }

    private final UI ui;
    private final List<Wish> wishes = new CopyOnWriteArrayList<>();

    UiPush(UI ui) {
        this.ui = ui;
    }

    @Override
    public void subscribe(Component owner, String topic, Consumer<Set<String>> changed) {
        Wish wish = new Wish(owner, topic, changed);
        wishes.add(wish);
        owner.addDetachListener(e -> {
            e.unregisterListener();
            wishes.remove(wish);
        });
    }

    /** On a thread of the hub. One access per wish, so that a listener that throws harms no other. */
    void deliver(Map<String, Set<String>> changes) {
        for (Wish wish : wishes) {
            Set<String> keys = new HashSet<>();
            changes.forEach((topic, changed) -> {
                if (LiveHub.fits(wish.topic(), topic)) {
                    keys.addAll(changed);
                }
            });
            if (!keys.isEmpty()) {
                tell(wish, keys);
            }
        }
    }

    private void tell(Wish wish, Set<String> keys) {
        try {
            ui.access(() -> {
                if (wish.owner().isAttached()) {
                    wish.changed().accept(keys);
                }
            });
        } catch (UIDetachedException gone) {
            wishes.clear();
        }
    }
}
