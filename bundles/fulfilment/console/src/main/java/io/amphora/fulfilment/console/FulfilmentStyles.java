package io.amphora.fulfilment.console;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import org.osgi.service.component.annotations.Activate;

/** Serves the style sheet of the pages of fulfilment from this bundle. */
@org.osgi.service.component.annotations.Component(service = FulfilmentStyles.class,
        property = {"osgi.http.whiteboard.resource.pattern=" + FulfilmentStyles.PATH + "*", "osgi.http.whiteboard.resource.prefix=/static"})
public final class FulfilmentStyles {
    static final String PATH = "/assets/fulfilment/";

    @Activate
    public FulfilmentStyles() {
        // the whiteboard reads the properties only
    }

    /** Loads it with the first component that needs it; the browser asks once. */
    static void on(Component component) {
        component.addAttachListener((AttachEvent e) -> e.getUI().getPage().addStyleSheet(PATH + "fulfilment.css"));
    }
}
