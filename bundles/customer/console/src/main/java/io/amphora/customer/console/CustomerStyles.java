package io.amphora.customer.console;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import org.osgi.service.component.annotations.Activate;

/** Serves the style sheet of the pages of customers from this bundle. */
@org.osgi.service.component.annotations.Component(service = CustomerStyles.class,
        property = {"osgi.http.whiteboard.resource.pattern=" + CustomerStyles.PATH + "*", "osgi.http.whiteboard.resource.prefix=/static"})
public final class CustomerStyles {
    static final String PATH = "/assets/customer/";

    @Activate
    public CustomerStyles() {
        // the whiteboard reads the properties only
    }

    /** Loads it with the first component that needs it; the browser asks once. */
    static void on(Component component) {
        component.addAttachListener((AttachEvent e) -> e.getUI().getPage().addStyleSheet(PATH + "customer.css"));
    }
}
