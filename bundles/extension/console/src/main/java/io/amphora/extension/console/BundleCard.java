package io.amphora.extension.console;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.Texts;
import io.amphora.extension.api.InstalledBundle;

/** A bundle: how it does and why, what it brings; a dropped one with its switches. */
final class BundleCard extends ListItem {
    private static final long serialVersionUID = 1L;

    BundleCard(InstalledBundle bundle, boolean mayChange, ExtensionsPage page) {
        addClassName("extension-card");
        setId("bundle-" + bundle.symbolicName());
        Div head = new Div(new H3(bundle.title()), Lists.health(bundle.health()));
        head.addClassName("extension-head");
        Span note = new Span(Texts.of("extension.bundle-note", bundle.symbolicName(), bundle.version(), Texts.of("extension.state", bundle.state()),
                Formats.current().dateTime(bundle.installed())));
        note.addClassName("extension-note");
        add(head, note);
        if (!bundle.faults().isEmpty()) {
            add(Lists.problems(bundle.faults()));
        }
        if (!bundle.provides().isEmpty()) {
            add(Lists.details(bundle.provides()));
        }
        if (mayChange) {
            boolean running = bundle.state() == InstalledBundle.State.ACTIVE || bundle.state() == InstalledBundle.State.STARTING;
            Button change = button(running ? "extension.stop" : "extension.start", () -> {
                if (running) {
                    page.stop(bundle);
                } else {
                    page.start(bundle);
                }
            });
            Button remove = button("extension.remove", () -> page.remove(bundle));
            remove.addThemeVariants(ButtonVariant.LUMO_ERROR);
            change.setVisible(bundle.id() >= 0);
            Div actions = new Div(change, remove);
            actions.addClassName("extension-actions");
            add(actions);
        }
    }

    private static Button button(String labelKey, Runnable action) {
        Button button = new Button(Texts.of(labelKey), e -> action.run());
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        return button;
    }
}
