package io.amphora.payment.console;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import org.osgi.service.component.annotations.Activate;

/** Serves the style sheet of the pages of payments from this bundle. */
@org.osgi.service.component.annotations.Component(service = PaymentStyles.class,
        property = {"osgi.http.whiteboard.resource.pattern=" + PaymentStyles.PATH + "*", "osgi.http.whiteboard.resource.prefix=/static"})
public final class PaymentStyles {
    static final String PATH = "/assets/payment/";

    @Activate
    public PaymentStyles() {
        // the whiteboard reads the properties only
    }

    /** Loads it with the first component that needs it; the browser asks once. */
    static void on(Component component) {
        component.addAttachListener((AttachEvent e) -> e.getUI().getPage().addStyleSheet(PATH + "payment.css"));
    }
}
