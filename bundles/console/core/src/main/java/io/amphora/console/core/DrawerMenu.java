package io.amphora.console.core;

import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.Icons;
import io.amphora.console.api.kit.Badge;
import io.amphora.console.api.kit.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The menu at the left: groups of entries, some with a number that calls for action. */
final class DrawerMenu extends Nav {
    private static final long serialVersionUID = 1L;

    private final Map<String, SideNavItem> items = new HashMap<>();
    private final Map<String, String> counts = new HashMap<>();
    private transient List<Menu.Group> shown = List.of();

    DrawerMenu() {
        addClassName("drawer-menu");
        getElement().setAttribute("aria-label", Texts.of("console.menu"));
    }

    /** @return false if it shows just that already */
    boolean show(List<Menu.Group> groups) {
        if (groups.equals(shown)) {
            return false;
        }
        shown = groups;
        removeAll();
        items.clear();
        List<String> paths = groups.stream().flatMap(g -> g.items().stream()).map(Menu.Item::path).toList();
        groups.forEach(group -> add(nav(group, paths)));
        counts.keySet().forEach(this::badge);
        return true;
    }

    private SideNav nav(Menu.Group group, List<String> paths) {
        SideNav nav = new SideNav();
        boolean alone = group.items().size() == 1 && group.items().get(0).title().equals(group.title());
        if (!alone) {
            nav.setLabel(group.title());
        }
        for (Menu.Item entry : group.items()) {
            SideNavItem item = new SideNavItem(entry.title(), entry.path(), new Icons(entry.icon()));
            // orders/12 belongs to orders, unless a longer entry has it
            item.setMatchNested(!entry.path().isEmpty() && paths.stream().noneMatch(p -> p.startsWith(entry.path() + "/")));
            items.put(entry.path(), item);
            nav.addItem(item);
        }
        return nav;
    }

    void setCount(String path, long count, long most) {
        if (count > 0) {
            counts.put(path, Formats.current().number(Math.min(count, most)) + (count >= most ? "+" : ""));
        } else {
            counts.remove(path);
        }
        badge(path);
    }

    private void badge(String path) {
        SideNavItem item = items.get(path);
        if (item != null) {
            String count = counts.get(path);
            item.setSuffixComponent(count == null ? null : Badge.text(Badge.Tone.INFO, count));
        }
    }
}
