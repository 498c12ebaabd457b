package io.amphora.extension.console;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import io.amphora.console.api.kit.Page;
import io.amphora.console.api.kit.Texts;
import io.amphora.extension.api.Feature;

/** A feature: how it does, what it brings, its switch. */
final class FeatureCard extends ListItem {
    private static final long serialVersionUID = 1L;

    FeatureCard(Feature feature, boolean mayChange, ExtensionsPage page) {
        addClassName("extension-card");
        setId("feature-" + feature.name());
        Div head = new Div(new H3(feature.title()), Lists.health(feature.health()));
        head.addClassName("extension-head");
        Span note = new Span(feature.name() + " " + feature.version());
        note.addClassName("extension-note");
        add(head, note);
        if (!feature.faults().isEmpty()) {
            add(Lists.problems(feature.faults()));
        }
        if (!feature.provides().isEmpty()) {
            add(Lists.details(feature.provides()));
        }
        if (mayChange) {
            add(toggle(feature, page));
        }
    }

    private static Button toggle(Feature feature, ExtensionsPage page) {
        Button toggle = new Button(Texts.of(feature.on() ? "extension.switch-off" : "extension.switch-on"),
                e -> change(feature, page));
        toggle.addThemeVariants(ButtonVariant.LUMO_SMALL);
        toggle.setAriaLabel(Texts.of(feature.on() ? "extension.switch-off-named" : "extension.switch-on-named", feature.title()));
        if (feature.on() && feature.essential() != null) {
            Page.disable(toggle, Texts.of(feature.essential()));
        }
        return toggle;
    }

    private static void change(Feature feature, ExtensionsPage page) {
        if (feature.on()) {
            page.switchOff(feature);
        } else {
            page.switchOn(feature);
        }
    }
}
