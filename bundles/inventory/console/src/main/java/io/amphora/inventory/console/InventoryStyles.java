package io.amphora.inventory.console;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import org.osgi.service.component.annotations.Activate;

/** Serves the style sheet of the pages of stock from this bundle. */
@org.osgi.service.component.annotations.Component(service = InventoryStyles.class,
        property = {"osgi.http.whiteboard.resource.pattern=" + InventoryStyles.PATH + "*", "osgi.http.whiteboard.resource.prefix=/static"})
public final class InventoryStyles {
    static final String PATH = "/assets/inventory/";

    @Activate
    public InventoryStyles() {
        // the whiteboard reads the properties only
    }

    /** Loads it with the first component that needs it; the browser asks once. */
    static void on(Component component) {
        component.addAttachListener((AttachEvent e) -> e.getUI().getPage().addStyleSheet(PATH + "inventory.css"));
    }
}
