package io.amphora.console.api.kit;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Above a list: saved views as tabs, free text, and a chip per filter. Tells the page each change and keeps it in the address.
 *
 * <pre>{@code
 * var bar = new FilterBar(filter -> grid.restart());
 * bar.view("", "order.view.all").view("late", "order.view.late");
 * bar.choice("status", "order.status", labelsByValue).days("from", "order.from");
 * // in setParameter or afterNavigation:
 * bar.set(Filter.of(event.getLocation().getQueryParameters()));
 * }</pre>
 */
public final class FilterBar extends Div {
    private static final long serialVersionUID = 1L;
    /** More are not counted: "999+". */
    private static final int MANY = 999;

    private final transient Consumer<Filter> changed;
    private final Tabs tabs = new Tabs();
    private final Map<Tab, String> views = new LinkedHashMap<>();
    private final TextField text = new TextField();
    private final Div chips = new Div();
    private final List<FilterChip> filters = new ArrayList<>();
    private boolean quiet;

    /** @param changed asked to show what the filter says now */
    public FilterBar(Consumer<Filter> changed) {
        this.changed = changed;
        addClassName("filter-bar");
        tabs.addClassName("filter-views");
        tabs.setVisible(false);
        tabs.addSelectedChangeListener(e -> tell());
        text.addClassName("filter-text");
        text.setPlaceholder(Texts.of("kit.filter.text"));
        text.setAriaLabel(Texts.of("kit.filter.text"));
        text.setPrefixComponent(new Icons("search"));
        text.setClearButtonVisible(true);
        text.setMaxLength(200);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.addValueChangeListener(e -> tell());
        chips.addClassName("filter-chips");
        Div row = new Div(text, chips);
        row.addClassName("filter-row");
        add(tabs, row);
        Shortcuts.on(this, "f", "kit.filter.text", text::focus);
    }

    /** A view as a tab. @param id empty for the one that shows all; @param labelKey message key */
    public FilterBar view(String id, String labelKey) {
        return namedView(id, Texts.of(labelKey));
    }

    /** A view saved by a user. @param label as the user called it */
    public FilterBar namedView(String id, String label) {
        quietly(() -> {
            Tab tab = new Tab(label);
            tab.setId("view-" + (id.isEmpty() ? "all" : id));
            views.put(tab, id);
            tabs.add(tab);
            tabs.setVisible(true);
        });
        return this;
    }

    /** The number beside a view's label; 0 shows none. */
    public void setCount(String id, long count) {
        views.forEach((tab, view) -> {
            if (view.equals(id)) {
                tab.getChildren().filter(Badge.class::isInstance).toList().forEach(tab::remove);
                if (count > 0) {
                    tab.add(Badge.text(Badge.Tone.NEUTRAL, count > MANY ? Formats.current().number(MANY) + "+" : Formats.current().number(count)));
                }
            }
        });
    }

    /** A chip that offers values. @param labels of the values, in the user's language, in their order */
    public FilterBar choice(String name, String labelKey, Map<String, String> labels) {
        return chip(FilterChip.choice(name, labelKey, labels, this::tell));
    }

    /** A chip for one day (ISO in the filter). */
    public FilterBar day(String name, String labelKey) {
        return chip(FilterChip.day(name, labelKey, this::tell));
    }

    /** A chip for a short text. */
    public FilterBar text(String name, String labelKey) {
        return chip(FilterChip.text(name, labelKey, this::tell));
    }

    /**
     * A chip that looks values up as one types.
     *
     * @param find    values with their labels for what was typed, in their order
     * @param labelOf the label of a value that came with the address
     */
    public FilterBar search(String name, String labelKey, Function<String, Map<String, String>> find, UnaryOperator<String> labelOf) {
        return chip(FilterChip.search(name, labelKey, find, labelOf, this::tell));
    }

    private FilterBar chip(FilterChip chip) {
        filters.add(chip);
        chips.add(chip);
        return this;
    }

    /** Shows a filter without telling the page. Unknown views and chips are ignored. */
    public void set(Filter filter) {
        quietly(() -> {
            views.forEach((tab, view) -> {
                if (view.equals(filter.view())) {
                    tabs.setSelectedTab(tab);
                }
            });
            text.setValue(filter.text());
            filters.forEach(f -> f.setValue(filter.values().getOrDefault(f.name(), "")));
        });
    }

    /** What it says now. */
    public Filter get() {
        Map<String, String> values = new LinkedHashMap<>();
        filters.stream().filter(f -> !f.getValue().isEmpty()).forEach(f -> values.put(f.name(), f.getValue()));
        return new Filter(views.getOrDefault(tabs.getSelectedTab(), ""), text.getValue(), values);
    }

    private void tell() {
        if (quiet) {
            return;
        }
        getUI().ifPresent(this::keepInAddress);
        changed.accept(get());
    }

    private void keepInAddress(UI ui) {
        String query = get().parameters().getQueryString();
        ui.getPage().getHistory().replaceState(null, ui.getActiveViewLocation().getPath() + (query.isEmpty() ? "" : "?" + query));
    }

    private void quietly(Runnable change) {
        quiet = true;
        try {
            change.run();
        } finally {
            quiet = false;
        }
    }
}
