package io.amphora.order.console;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.Shortcuts;
import io.amphora.console.api.kit.Texts;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderAction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Carrier and tracking number; both may stay empty for own delivery. */
final class ShipDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    private final ComboBox<String> carrier = new ComboBox<>(Texts.of("order.ship.carrier"));
    /** By line; empty if there is only one. */
    private final Map<Long, Checkbox> lines = new LinkedHashMap<>();
    private final TextField tracking = new TextField(Texts.of("order.ship.tracking"));

    /** What leaves, and how. @param lines empty: all that can */
    interface Shipped {
        void accept(Set<Long> lines, String carrier, String tracking);
    }

    ShipDialog(Order order, Shipped shipped) {
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
        List<Order.Line> picked = order.lines().stream().filter(l -> OrderAction.SHIP.appliesTo(l.status())).toList();
        if (picked.size() > 1) {
            picked.forEach(l -> lines.put(l.id(), box(l)));
            Div boxes = new Div(new Span(Texts.of("order.ship.lines")));
            boxes.addClassName("stack");
            lines.values().forEach(boxes::add);
            add(boxes);
        }
        Button ship = new Button(Texts.of("order.action.ship"), e -> done(shipped));
        ship.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        ship.setId("confirm");
        Shortcuts.on(ship, "mod+enter", "order.action.ship", () -> done(shipped));
        getFooter().add(new Button(Texts.of("kit.cancel"), e -> close()), ship);
    }

    private static Checkbox box(Order.Line line) {
        return new Checkbox(Formats.current().quantity(line.quantity(), line.unit()) + "  " + line.sku() + "  " + line.name(), true);
    }

    private void done(Shipped shipped) {
        Set<Long> chosen = lines.entrySet().stream().filter(l -> l.getValue().getValue()).map(Map.Entry::getKey).collect(Collectors.toSet());
        if (chosen.isEmpty() && !lines.isEmpty()) {
            return;
        }
        close();
        shipped.accept(chosen.size() == lines.size() ? Set.of() : chosen, carrier.getValue(), tracking.isEmpty() ? null : tracking.getValue().strip());
    }
}
