package io.amphora.order.console;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import io.amphora.console.api.kit.Texts;
import io.amphora.order.api.NewOrder;
import io.amphora.order.api.Order;
import java.util.List;
import java.util.function.Consumer;

/** What leaves when. */
final class DeliveryDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    DeliveryDialog(Order order, Consumer<NewOrder.Delivery> chosen) {
        setHeaderTitle(Texts.of("order.life.delivery"));
        Checkbox complete = new Checkbox(Texts.of("order.terms.complete"), order.terms().shipComplete());
        complete.setId("ship-complete");
        Select<String> waits = new Select<>();
        waits.setLabel(Texts.of("order.terms.backorders"));
        waits.setItems(List.of("default", "true", "false"));
        waits.setItemLabelGenerator(v -> Texts.of("order.terms.backorders." + v));
        waits.setValue(order.terms().backorders() == null ? "default" : order.terms().backorders().toString());
        IntegerField priority = new IntegerField(Texts.of("order.terms.urgency"));
        priority.setMin(-100);
        priority.setMax(100);
        priority.setStepButtonsVisible(true);
        priority.setValue(order.terms().priority());
        priority.setHelperText(Texts.of("order.terms.urgency.help"));
        priority.setId("priority");
        Div form = new Div(complete, waits, priority);
        form.addClassName("stack");
        add(form);
        Button save = new Button(Texts.of("order.save"), e -> {
            close();
            chosen.accept(new NewOrder.Delivery(complete.getValue(), waits.getValue().equals("default") ? null : Boolean.valueOf(waits.getValue()),
                    priority.getValue() == null ? 0 : priority.getValue()));
        });
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.setId("confirm");
        getFooter().add(new Button(Texts.of("kit.cancel"), e -> close()), save);
    }
}
