package io.amphora.console.core;

import io.amphora.common.Actor;
import io.amphora.console.api.ConsoleMenu;
import io.amphora.console.api.MenuGroup;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The menu as one user sees it: entries of pages, and those that come and go by themselves. */
@Component(service = Menu.class)
public final class Menu {
    private static final Logger LOG = LoggerFactory.getLogger(Menu.class);
    private static final List<String> ORDER = List.of(MenuGroup.HOME, MenuGroup.ORDERS, MenuGroup.FULFILMENT, MenuGroup.INVENTORY, MenuGroup.CUSTOMERS,
            MenuGroup.CATALOGUE, MenuGroup.CHANNELS, MenuGroup.REPORTS, MenuGroup.AUTOMATION, MenuGroup.ADMINISTRATION);

    /** Something to click. Title and group's title are in the user's language. */
    record Item(String path, String title, String icon, int order) {
    }

    record Group(String id, String title, List<Item> items) {
    }

    private final List<ConsoleMenu> contributed = new CopyOnWriteArrayList<>();
    private final Views views;
    private final ConsoleTexts texts;
    private final OpenUis uis;

    @Activate
    public Menu(@Reference Views views, @Reference ConsoleTexts texts, @Reference OpenUis uis) {
        this.views = views;
        this.texts = texts;
        this.uis = uis;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    void addMenu(ConsoleMenu menu) {
        contributed.add(menu);
        menu.onChange(() -> uis.each(MainLayout::menuChanged));
        uis.each(MainLayout::menuChanged);
    }

    void removeMenu(ConsoleMenu menu) {
        contributed.remove(menu);
        menu.onChange(null);
        uis.each(MainLayout::menuChanged);
    }

    List<Group> groups(Actor actor, Locale locale) {
        TreeMap<String, List<Item>> byGroup = new TreeMap<>(Comparator.comparingInt(Menu::rank).thenComparing(Comparator.naturalOrder()));
        byGroup.computeIfAbsent(MenuGroup.HOME, g -> new ArrayList<>()).add(new Item("", texts.get("console.home", locale), "vaadin:home-o", 0));
        views.all().stream().filter(v -> permits(actor, v.permission()) && !v.group().isEmpty())
                .forEach(v -> byGroup.computeIfAbsent(v.group(), g -> new ArrayList<>()).add(new Item(v.path(), texts.get(v.title(), locale), v.icon(), v.order())));
        contributed.forEach(menu -> entries(menu, locale).stream().filter(e -> permits(actor, e.permission()))
                .forEach(e -> byGroup.computeIfAbsent(e.group(), g -> new ArrayList<>()).add(new Item(e.path(), e.title(), e.icon(), e.order()))));
        List<Group> groups = new ArrayList<>();
        byGroup.forEach((id, items) -> {
            items.sort(Comparator.comparingInt(Item::order).thenComparing(Item::title));
            groups.add(new Group(id, texts.get("menu." + id, locale), List.copyOf(items)));
        });
        return groups;
    }

    private static List<ConsoleMenu.Entry> entries(ConsoleMenu menu, Locale locale) {
        try {
            return menu.entries(locale);
        } catch (RuntimeException | LinkageError e) {
            LOG.error("menu entries of {} left out", menu.getClass().getName(), e);
            return List.of();
        }
    }

    private static boolean permits(Actor actor, String permission) {
        return permission == null || permission.isEmpty() || actor.may(permission);
    }

    private static int rank(String group) {
        int known = ORDER.indexOf(group);
        return known < 0 ? ORDER.size() : known;
    }
}
