package io.amphora.order.console;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import io.amphora.console.api.kit.Texts;
import io.amphora.order.api.NewOrder;
import java.util.List;

/** What leaves when: together or in parts, whether it may wait for stock, how urgent. */
final class DeliveryFields extends Div {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 100;

    private final Checkbox complete = new Checkbox(Texts.of("order.terms.complete"));
    private final Select<String> waits = new Select<>();
    private final IntegerField priority = new IntegerField(Texts.of("order.terms.urgency"));

    DeliveryFields(NewOrder.Delivery is, Runnable changed) {
        complete.setId("ship-complete");
        waits.setLabel(Texts.of("order.terms.backorders"));
        waits.setItems(List.of("default", "true", "false"));
        waits.setItemLabelGenerator(v -> Texts.of("order.terms.backorders." + v));
        waits.setId("may-wait");
        priority.setMin(-MOST);
        priority.setMax(MOST);
        priority.setStepButtonsVisible(true);
        priority.setHelperText(Texts.of("order.terms.urgency.help"));
        priority.setId("priority");
        show(is);
        complete.addValueChangeListener(e -> changed.run());
        waits.addValueChangeListener(e -> changed.run());
        priority.addValueChangeListener(e -> changed.run());
        add(waits, priority, complete);
    }

    /** Where a problem with it shows. */
    IntegerField priority() {
        return priority;
    }

    void show(NewOrder.Delivery is) {
        complete.setValue(is.shipComplete());
        waits.setValue(is.backorders() == null ? "default" : is.backorders().toString());
        priority.setValue(is.priority());
    }

    NewOrder.Delivery value() {
        return new NewOrder.Delivery(complete.getValue(), "default".equals(waits.getValue()) ? null : Boolean.valueOf(waits.getValue()), priority.getValue() == null ? 0 : priority.getValue());
    }
}
