package io.amphora.returns.console;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import org.osgi.service.component.annotations.Activate;

/** Serves the style sheet of the pages of returns from this bundle. */
@org.osgi.service.component.annotations.Component(service = ReturnStyles.class,
        property = {"osgi.http.whiteboard.resource.pattern=" + ReturnStyles.PATH + "*", "osgi.http.whiteboard.resource.prefix=/static"})
public final class ReturnStyles {
    static final String PATH = "/assets/returns/";

    @Activate
    public ReturnStyles() {
        // the whiteboard reads the properties only
    }

    /** Loads it with the first component that needs it; the browser asks once. */
    static void on(Component component) {
        component.addAttachListener((AttachEvent e) -> e.getUI().getPage().addStyleSheet(PATH + "returns.css"));
    }
}
