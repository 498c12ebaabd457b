package io.amphora.notification.console;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import org.osgi.service.component.annotations.Activate;

/** Serves the style sheet of these pages from this bundle. */
@org.osgi.service.component.annotations.Component(service = NotificationStyles.class,
        property = {"osgi.http.whiteboard.resource.pattern=" + NotificationStyles.PATH + "*", "osgi.http.whiteboard.resource.prefix=/static"})
public final class NotificationStyles {
    static final String PATH = "/assets/notification/";

    @Activate
    public NotificationStyles() {
        // the whiteboard reads the properties only
    }

    /** Loads it with the first component that needs it; the browser asks once. */
    static void on(Component component) {
        component.addAttachListener((AttachEvent e) -> e.getUI().getPage().addStyleSheet(PATH + "notification.css"));
    }
}
