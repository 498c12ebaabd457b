package io.amphora.catalog.console;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import org.osgi.service.component.annotations.Activate;

/** Serves the style sheet of the pages of products from this bundle. */
@org.osgi.service.component.annotations.Component(service = CatalogStyles.class,
        property = {"osgi.http.whiteboard.resource.pattern=" + CatalogStyles.PATH + "*", "osgi.http.whiteboard.resource.prefix=/static"})
public final class CatalogStyles {
    static final String PATH = "/assets/catalog/";

    @Activate
    public CatalogStyles() {
        // the whiteboard reads the properties only
    }

    /** Loads it with the first component that needs it; the browser asks once. */
    static void on(Component component) {
        component.addAttachListener((AttachEvent e) -> e.getUI().getPage().addStyleSheet(PATH + "catalog.css"));
    }
}
