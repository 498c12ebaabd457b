package io.amphora.order.console;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import io.amphora.console.api.kit.Texts;
import io.amphora.order.api.NewOrder;
import io.amphora.order.api.Order;
import java.util.function.Consumer;

/** What leaves when. */
final class DeliveryDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    DeliveryDialog(Order order, Consumer<NewOrder.Delivery> chosen) {
        setHeaderTitle(Texts.of("order.life.delivery"));
        DeliveryFields fields = new DeliveryFields(new NewOrder.Delivery(order.terms().shipComplete(), order.terms().backorders(), order.terms().priority()), () -> { });
        fields.addClassName("stack");
        add(fields);
        Button save = new Button(Texts.of("order.save"), e -> {
            close();
            chosen.accept(fields.value());
        });
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.setId("confirm");
        getFooter().add(new Button(Texts.of("kit.cancel"), e -> close()), save);
    }
}
