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

/** Gives orders to a location by hand, or lets the rules choose for each. */
final class AssignDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    /** What was chosen. */
    interface Chosen {
        void accept(Long location, String assignee, String reason);
    }

    private final Select<Location> location = new Select<>();
    private final TextField assignee = new TextField(Texts.of("order.assignee"));
    private final TextField reason = new TextField(Texts.of("kit.reason"));

    AssignDialog(List<Location> locations, Chosen chosen) {
        this(locations, false, chosen);
    }

    /** @param rules whether no location may be chosen: the rules do then */
    AssignDialog(List<Location> locations, boolean rules, Chosen chosen) {
        setHeaderTitle(Texts.of(rules ? "order.assign.title.many" : "order.assign.title"));
        location.setLabel(Texts.of("order.location"));
        location.setItems(locations);
        location.setItemLabelGenerator(l -> l == null ? Texts.of("order.assign.by-rules") : l.name());
        location.setEmptySelectionAllowed(rules);
        location.setEmptySelectionCaption(Texts.of("order.assign.by-rules"));
        location.setValue(locations.isEmpty() || rules ? null : locations.get(0));
        location.addValueChangeListener(e -> byHand(e.getValue() != null));
        byHand(location.getValue() != null);
        location.setId("location");
        assignee.setMaxLength(60);
        reason.setMaxLength(200);
        add(new FormLayout(location, assignee, reason));
        Button assign = new Button(Texts.of("order.action.assign"), e -> {
            close();
            chosen.accept(location.getValue() == null ? null : location.getValue().id(), location.getValue() == null ? null : text(assignee), text(reason));
        });
        assign.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        assign.setEnabled(rules || !locations.isEmpty());
        assign.setId("confirm");
        getFooter().add(new Button(Texts.of("kit.cancel"), e -> close()), assign);
    }

    /** Rules say themselves whom and why. */
    private void byHand(boolean hand) {
        assignee.setEnabled(hand);
        reason.setEnabled(hand);
    }

    private static String text(TextField field) {
        return field.isEmpty() ? null : field.getValue().strip();
    }
}
