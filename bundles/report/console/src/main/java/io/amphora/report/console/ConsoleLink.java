package io.amphora.report.console;

import com.vaadin.flow.component.html.Anchor;

/** A link inside the console: opens without loading the page again. */
final class ConsoleLink extends Anchor {
    private static final long serialVersionUID = 1L;

    ConsoleLink(String path, String text) {
        super(path, text);
        setRouterIgnore(false);
        getElement().setAttribute("router-link", true);
    }
}
