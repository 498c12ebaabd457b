package io.amphora.order.console;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.textfield.TextField;
import io.amphora.console.api.kit.Shortcuts;
import io.amphora.console.api.kit.Texts;
import java.util.function.BiConsumer;

/** Carrier and tracking number; both may stay empty for own delivery. */
final class ShipDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    private final ComboBox<String> carrier = new ComboBox<>(Texts.of("order.ship.carrier"));
    private final TextField tracking = new TextField(Texts.of("order.ship.tracking"));

    ShipDialog(BiConsumer<String, String> shipped) {
        setHeaderTitle(Texts.of("order.ship.title"));
        carrier.setItems("DHL", "UPS", "FedEx", "GLS", "DPD", "顺丰速运 SF Express", "中通快递 ZTO");
        carrier.setAllowCustomValue(true);
        carrier.addCustomValueSetListener(e -> carrier.setValue(e.getDetail()));
        carrier.setId("carrier");
        tracking.setId("tracking");
        tracking.setMaxLength(60);
        tracking.setAutofocus(true);
        tracking.setHelperText(Texts.of("order.ship.own"));
        add(new FormLayout(tracking, carrier));
        Button ship = new Button(Texts.of("order.action.ship"), e -> done(shipped));
        ship.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        ship.setId("confirm");
        Shortcuts.on(ship, "mod+enter", "order.action.ship", () -> done(shipped));
        getFooter().add(new Button(Texts.of("kit.cancel"), e -> close()), ship);
    }

    private void done(BiConsumer<String, String> shipped) {
        close();
        shipped.accept(carrier.getValue(), tracking.isEmpty() ? null : tracking.getValue().strip());
    }
}
