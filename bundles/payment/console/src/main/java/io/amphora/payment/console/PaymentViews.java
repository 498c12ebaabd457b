package io.amphora.payment.console;

import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import io.amphora.console.api.kit.Texts;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** The lists of the page as tabs. */
final class PaymentViews extends Tabs {
    private static final long serialVersionUID = 1L;

    private final Map<Tab, String> views = new LinkedHashMap<>();

    PaymentViews(Consumer<String> chosen) {
        addClassName("filter-views");
        addSelectedChangeListener(e -> {
            if (e.isFromClient() || e.getPreviousTab() != null) {
                chosen.accept(views.get(e.getSelectedTab()));
            }
        });
    }

    PaymentViews view(String id) {
        Tab tab = new Tab(Texts.of("payment.view." + id.toLowerCase(Locale.ROOT).replace('_', '-')));
        tab.setId("view-" + id);
        views.put(tab, id);
        add(tab);
        return this;
    }

    /** Unknown ones are ignored. */
    void choose(String id) {
        views.forEach((tab, view) -> {
            if (view.equals(id)) {
                setSelectedTab(tab);
            }
        });
    }
}
