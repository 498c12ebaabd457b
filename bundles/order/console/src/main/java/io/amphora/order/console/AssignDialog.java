package io.amphora.order.console;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.amphora.console.api.kit.Texts;
import io.amphora.inventory.api.Location;
import java.util.List;

/** Gives an order to a location by hand. */
final class AssignDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    /** What was chosen. */
    interface Chosen {
        void accept(long location, String assignee, String reason);
    }

    private final Select<Location> location = new Select<>();
    private final TextField assignee = new TextField(Texts.of("order.assignee"));
    private final TextField reason = new TextField(Texts.of("kit.reason"));

    AssignDialog(List<Location> locations, Chosen chosen) {
        setHeaderTitle(Texts.of("order.assign.title"));
        location.setLabel(Texts.of("order.location"));
        location.setItems(locations);
        location.setItemLabelGenerator(Location::name);
        location.setValue(locations.isEmpty() ? null : locations.get(0));
        location.setId("location");
        assignee.setMaxLength(60);
        reason.setMaxLength(200);
        add(new FormLayout(location, assignee, reason));
        Button assign = new Button(Texts.of("order.action.assign"), e -> {
            close();
            chosen.accept(location.getValue().id(), text(assignee), text(reason));
        });
        assign.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        assign.setEnabled(!locations.isEmpty());
        assign.setId("confirm");
        getFooter().add(new Button(Texts.of("kit.cancel"), e -> close()), assign);
    }

    private static String text(TextField field) {
        return field.isEmpty() ? null : field.getValue().strip();
    }
}
