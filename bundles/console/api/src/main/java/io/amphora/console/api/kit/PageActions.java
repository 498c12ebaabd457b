package io.amphora.console.api.kit;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.menubar.MenuBar;
import java.util.List;

/** Finds what can be clicked in the action area of a page. */
final class PageActions {
    private PageActions() {
    }

    static void collect(Component component, List<Page.Action> found) {
        if (!component.isVisible() || !component.getElement().isEnabled()) {
            return;
        }
        if (component instanceof Button button) {
            if (!button.getText().isBlank()) {
                found.add(new Page.Action(button.getText(), button::click));
            }
        } else if (component instanceof MenuBar menu) {
            menu.getItems().forEach(item -> collect(item, found));
        } else {
            component.getChildren().forEach(child -> collect(child, found));
        }
    }

    private static void collect(MenuItem item, List<Page.Action> found) {
        if (!item.isVisible() || !item.isEnabled()) {
            return;
        }
        List<MenuItem> below = item.getSubMenu().getItems();
        if (below.isEmpty()) {
            String label = item.getText().isBlank() ? item.getElement().getTextRecursively().strip() : item.getText();
            if (!label.isEmpty()) {
                found.add(new Page.Action(label, () -> ComponentUtil.fireEvent(item, new ClickEvent<>(item))));
            }
        }
        below.forEach(child -> collect(child, found));
    }
}
