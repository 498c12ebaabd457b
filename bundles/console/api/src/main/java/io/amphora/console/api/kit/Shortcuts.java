package io.amphora.console.api.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.dom.Element;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Keyboard shortcuts that live as long as a component is on the page. They stay quiet while somebody types in a field (but for
 * those with {@code mod+}) and below an open dialog. Of two for the same key the one further down or inside wins.
 */
public final class Shortcuts {
    /** What the help shows. @param text in the user's language */
    public record Shortcut(String key, String text) {
    }

    /** Those of one component. */
    private static final class Keys implements Serializable {
        private static final long serialVersionUID = 1L;
        private final Map<String, String> descriptions = new LinkedHashMap<>();
        private final transient Map<String, Runnable> actions = new LinkedHashMap<>();
    }

    /** The components with shortcuts that are now in a UI. */
    private static final class Owners implements Serializable {
        private static final long serialVersionUID = 1L;
        private final List<Component> components = new ArrayList<>();
    }

    private Shortcuts() {
    }

    /**
     * @param key         {@code n}, {@code ?}, {@code g o} (one after the other), {@code mod+enter} (Ctrl or Cmd), {@code escape}
     * @param description message key of what it does
     */
    public static void on(Component owner, String key, String description, Runnable action) {
        on(owner, key, description, "", action);
    }

    /** As {@link #on(Component, String, String, Runnable)}. @param argument what the description names as {@code {0}} */
    public static void on(Component owner, String key, String description, String argument, Runnable action) {
        Keys keys = ComponentUtil.getData(owner, Keys.class);
        if (keys == null) {
            keys = new Keys();
            ComponentUtil.setData(owner, Keys.class, keys);
            install(owner, keys);
        }
        keys.descriptions.put(key, Texts.of(description, argument));
        keys.actions.put(key, action);
        owner.getUI().ifPresent(ui -> send(owner));
    }

    /** Takes all shortcuts of a component away. */
    public static void clear(Component owner) {
        Keys keys = ComponentUtil.getData(owner, Keys.class);
        if (keys != null) {
            keys.actions.clear();
            keys.descriptions.clear();
            owner.getUI().ifPresent(ui -> send(owner));
        }
    }

    /** Presses a key for the component, as a test does. @return whether it has that shortcut */
    public static boolean press(Component owner, String key) {
        Keys keys = ComponentUtil.getData(owner, Keys.class);
        Runnable action = keys == null ? null : keys.actions.get(key);
        if (action != null) {
            action.run();
        }
        return action != null;
    }

    /** All that work on this page now, from top to bottom. */
    public static List<Shortcut> all(UI ui) {
        Owners owners = ComponentUtil.getData(ui, Owners.class);
        return owners == null ? List.of() : owners.components.stream().sorted(Comparator.comparing(c -> place(c.getElement()))).map(c -> ComponentUtil.getData(c, Keys.class))
                .flatMap(k -> k.descriptions.entrySet().stream()).map(e -> new Shortcut(e.getKey(), e.getValue()))
                .collect(Collectors.toMap(Shortcut::key, s -> s, (a, b) -> b, LinkedHashMap::new)).values().stream().toList();
    }

    /** Sorts as the elements stand in the document. */
    private static String place(Element element) {
        StringBuilder place = new StringBuilder();
        for (Element e = element; e.getParent() != null; e = e.getParent()) {
            place.insert(0, String.format("%05d", e.getParent().indexOfChild(e) + 1));
        }
        return place.toString();
    }

    private static void install(Component owner, Keys keys) {
        owner.getElement().addEventListener("amphora-key", e -> press(owner, e.getEventData().getString("event.detail.key")))
                .addEventData("event.detail.key");
        owner.addAttachListener(e -> attach(owner, e.getUI()));
        owner.addDetachListener(e -> owners(e.getUI()).components.remove(owner));
        owner.getUI().ifPresent(ui -> attach(owner, ui));
    }

    private static void attach(Component owner, UI ui) {
        List<Component> components = owners(ui).components;
        components.remove(owner);
        components.add(owner);
        send(owner);
    }

    private static void send(Component owner) {
        Keys keys = ComponentUtil.getData(owner, Keys.class);
        owner.getElement().executeJs("window.amphora?.keys(this, $0.split('|').filter(k => k))", String.join("|", keys.actions.keySet()));
    }

    private static Owners owners(UI ui) {
        Owners owners = ComponentUtil.getData(ui, Owners.class);
        if (owners == null) {
            owners = new Owners();
            ComponentUtil.setData(ui, Owners.class, owners);
        }
        return owners;
    }
}
