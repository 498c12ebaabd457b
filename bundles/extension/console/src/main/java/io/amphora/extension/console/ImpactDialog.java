package io.amphora.extension.console;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.Paragraph;
import io.amphora.console.api.kit.Texts;
import io.amphora.extension.api.Impact;

/** What an action touches, before it happens. */
final class ImpactDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    /** @param actionKey message key of the button that does it */
    ImpactDialog(String title, Impact impact, String actionKey, Runnable confirmed) {
        addClassName("impact-dialog");
        setHeaderTitle(Texts.of("extension.impact.title", title));
        if (!impact.refusals().isEmpty()) {
            add(new H4(Texts.of("extension.impact.refused")), Lists.problems(impact.refusals()));
        }
        if (!impact.features().isEmpty()) {
            add(new H4(Texts.of("extension.impact.features")), Lists.texts(impact.features()));
        }
        if (!impact.concerns().isEmpty()) {
            add(new H4(Texts.of("extension.impact.concerns")), Lists.problems(impact.concerns()));
        }
        add(impact.gone().isEmpty() ? new Paragraph(Texts.of("extension.impact.nothing")) : new H4(Texts.of("extension.impact.gone")), Lists.provided(impact.gone()));
        add(new H4(Texts.of("extension.impact.bundles", impact.bundles().size())), Lists.texts(impact.bundles()));
        Button confirm = new Button(Texts.of(actionKey), e -> {
            close();
            confirmed.run();
        });
        confirm.setId("confirm");
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_ERROR);
        confirm.setEnabled(impact.refusals().isEmpty());
        getFooter().add(new Button(Texts.of("kit.cancel"), e -> close()), confirm);
    }
}
