package io.amphora.order.console;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import org.osgi.service.component.annotations.Activate;

/** Serves the style sheet of the order pages from this bundle. */
@org.osgi.service.component.annotations.Component(service = OrderStyles.class,
        property = {"osgi.http.whiteboard.resource.pattern=" + OrderStyles.PATH + "*", "osgi.http.whiteboard.resource.prefix=/static"})
public final class OrderStyles {
    static final String PATH = "/assets/order/";

    @Activate
    public OrderStyles() {
        // the whiteboard reads the properties only
    }

    /** Loads it with the first component that needs it; the browser asks once. */
    static void on(Component component) {
        component.addAttachListener((AttachEvent e) -> e.getUI().getPage().addStyleSheet(PATH + "order.css"));
    }
}
