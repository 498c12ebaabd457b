package io.amphora.order.console;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import io.amphora.common.Actor;
import io.amphora.console.api.PagePanel;
import io.amphora.console.api.kit.FieldErrors;
import io.amphora.console.api.kit.Texts;
import io.amphora.console.api.kit.Toast;
import io.amphora.order.api.OrderEntry;
import io.amphora.order.api.OrderTemplates;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/** On the order page: what is ordered here becomes a template. */
@org.osgi.service.component.annotations.Component(service = PagePanel.class)
public final class ReusePanel implements PagePanel {
    private static final int ORDER = 60;

    private final OrderTemplates templates;

    @Activate
    public ReusePanel(@Reference OrderTemplates templates) {
        this.templates = templates;
    }

    @Override
    public String page() {
        return "order";
    }

    @Override
    public Place place() {
        return Place.SIDE;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public String permission() {
        return OrderEntry.ENTER;
    }

    @Override
    public String title() {
        return "ordertemplate.reuse";
    }

    @Override
    public Component create(Actor actor, String key) {
        Button save = new Button(Texts.of("ordertemplate.from-order"), e -> ask(actor, Long.parseLong(key)));
        save.addThemeVariants(ButtonVariant.LUMO_SMALL);
        save.setId("as-template");
        return new Div(save);
    }

    private void ask(Actor actor, long order) {
        Dialog dialog = new Dialog();
        dialog.setHeaderTitle(Texts.of("ordertemplate.from-order"));
        TextField name = new TextField(Texts.of("ordertemplate.name"));
        name.setMaxLength(100);
        name.setWidthFull();
        name.setManualValidation(true);
        name.setAutofocus(true);
        name.setId("template-name");
        Checkbox shared = new Checkbox(Texts.of("ordertemplate.for-all"));
        FieldErrors errors = new FieldErrors().bind("name", name);
        dialog.add(errors, name, shared);
        Button save = new Button(Texts.of("ordertemplate.save"), e -> {
            if (errors.guard(() -> templates.fromOrder(actor, order, name.getValue(), shared.getValue()))) {
                dialog.close();
                Toast.success("ordertemplate.saved", name.getValue().strip());
                UI.getCurrent().navigate(OrderTemplatesPage.class);
            }
        });
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.setId("confirm");
        dialog.getFooter().add(new Button(Texts.of("kit.cancel"), e -> dialog.close()), save);
        dialog.open();
    }
}
