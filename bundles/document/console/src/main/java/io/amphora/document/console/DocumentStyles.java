package io.amphora.document.console;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import org.osgi.service.component.annotations.Activate;

/** Serves the style sheet of documents from this bundle. */
@org.osgi.service.component.annotations.Component(service = DocumentStyles.class,
        property = {"osgi.http.whiteboard.resource.pattern=" + DocumentStyles.PATH + "*", "osgi.http.whiteboard.resource.prefix=/static"})
public final class DocumentStyles {
    static final String PATH = "/assets/document/";

    @Activate
    public DocumentStyles() {
        // the whiteboard reads the properties only
    }

    /** Loads it with the first component that needs it; the browser asks once. */
    static void on(Component component) {
        component.addAttachListener((AttachEvent e) -> e.getUI().getPage().addStyleSheet(PATH + "document.css"));
    }
}
