package io.amphora.extension.console;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.Paragraph;
import io.amphora.console.api.kit.Texts;
import io.amphora.extension.api.Impact;
import io.amphora.extension.api.Provided;
import java.util.List;
import java.util.Set;

/** What an action touches, before it happens: what people lose, in their words; what only engineers ask for is folded away. */
final class ImpactDialog extends Dialog {
    private static final long serialVersionUID = 1L;
    private static final Set<Provided.Kind> INSIDE = Set.of(Provided.Kind.ENTITIES, Provided.Kind.SERVICE);

    /**
     * @param actionKey  message key of the button that does it; with {@code -named} the question, with {@code -means} what stays
     * @param dependents titles of the features that go, too
     */
    ImpactDialog(String title, Impact impact, List<String> dependents, String actionKey, Runnable confirmed) {
        addClassName("impact-dialog");
        setHeaderTitle(Texts.of("extension.impact.title", Texts.of(actionKey + "-named", title)));
        add(new Paragraph(Texts.of(actionKey + "-means")));
        if (!impact.refusals().isEmpty()) {
            add(new H4(Texts.of("extension.impact.refused")), Lists.problems(impact.refusals()));
        }
        if (!dependents.isEmpty()) {
            add(new H4(Texts.of("extension.impact.features")), Lists.texts(dependents));
        }
        if (!impact.concerns().isEmpty()) {
            add(new H4(Texts.of("extension.impact.concerns")), Lists.problems(impact.concerns()));
        }
        List<Provided> lost = impact.gone().stream().filter(p -> !INSIDE.contains(p.kind())).toList();
        add(lost.isEmpty() ? new Paragraph(Texts.of("extension.impact.nothing")) : new H4(Texts.of("extension.impact.gone")), Lists.provided(lost), details(impact));
        getFooter().add(new Button(Texts.of("kit.cancel"), e -> close()), confirm(impact, actionKey, confirmed));
    }

    private static Details details(Impact impact) {
        Div inside = new Div(Lists.provided(impact.gone().stream().filter(p -> INSIDE.contains(p.kind())).toList()),
                new H4(Texts.of("extension.impact.bundles", impact.bundles().size())), Lists.texts(impact.bundles()));
        Details details = new Details(Texts.of("extension.impact.details"), inside);
        details.setOpened(false);
        return details;
    }

    private Button confirm(Impact impact, String actionKey, Runnable confirmed) {
        Button confirm = new Button(Texts.of(actionKey), e -> {
            close();
            confirmed.run();
        });
        confirm.setId("confirm");
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_ERROR);
        confirm.setEnabled(impact.refusals().isEmpty());
        return confirm;
    }
}
