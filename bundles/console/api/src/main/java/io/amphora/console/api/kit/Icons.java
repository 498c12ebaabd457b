package io.amphora.console.api.kit;

import com.vaadin.flow.component.icon.Icon;

/** An icon by its ConsoleRoute name ({@code vaadin:cart}) or its short one ({@code cart}); hidden from screen readers, so never the only label. */
public final class Icons extends Icon {
    private static final long serialVersionUID = 1L;

    public Icons(String name) {
        super(name.contains(":") ? name.substring(0, name.indexOf(':')) : "vaadin", name.substring(name.indexOf(':') + 1));
        getElement().setAttribute("aria-hidden", "true");
    }
}
