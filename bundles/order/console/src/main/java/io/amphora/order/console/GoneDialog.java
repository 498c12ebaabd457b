package io.amphora.order.console;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.Shortcuts;
import io.amphora.console.api.kit.Texts;
import io.amphora.inventory.api.Location;
import io.amphora.order.api.BackTo;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderAction;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What had left never arrives: which of it, why, and where it goes if it came back. */
final class GoneDialog extends Dialog {
    private static final long serialVersionUID = 1L;
    private static final int MAX = 500;

    private final CheckboxGroup<Order.Line> lines = new CheckboxGroup<>();
    private final Select<BackTo> to = new Select<>();
    private final Select<Location> location = new Select<>();
    private final TextArea reason = new TextArea(Texts.of("kit.reason"));

    /** What was chosen. @param to and location null for what is lost */
    interface Gone {
        void accept(Set<Long> lines, BackTo to, Long location, String reason);
    }

    private GoneDialog(Order order, OrderAction action, Gone gone) {
        String name = action == OrderAction.LOSE ? "lose" : "come-back";
        addClassName("reason-dialog");
        setHeaderTitle(Texts.of("order." + name + ".title", order.number()));
        add(new Paragraph(Texts.of("order." + name + ".text")));
        List<Order.Line> left = order.lines().stream().filter(l -> action.appliesTo(l.status())).toList();
        lines.setLabel(Texts.of("order." + name + ".lines"));
        lines.setItems(left);
        lines.setItemLabelGenerator(l -> Formats.current().quantity(l.quantity(), l.unit()) + "  " + l.sku() + "  " + l.name());
        lines.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
        lines.setValue(Set.copyOf(left));
        lines.setManualValidation(true);
        lines.setId("lines");
        reason.setMaxLength(MAX);
        reason.setWidthFull();
        reason.setRequiredIndicatorVisible(true);
        reason.setManualValidation(true);
        reason.setAutofocus(true);
        reason.setId("reason");
        add(lines, to, location, reason);
        Button confirm = new Button(Texts.of("order.action." + name), e -> done(gone));
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_ERROR);
        confirm.setId("confirm");
        Shortcuts.on(confirm, "mod+enter", "order.action." + name, () -> done(gone));
        getFooter().add(new Button(Texts.of("kit.cancel"), e -> close()), confirm);
    }

    static GoneDialog lost(Order order, Gone gone) {
        GoneDialog dialog = new GoneDialog(order, OrderAction.LOSE, gone);
        dialog.to.setVisible(false);
        dialog.location.setVisible(false);
        return dialog;
    }

    static GoneDialog back(Order order, List<Location> active, Gone gone) {
        GoneDialog dialog = new GoneDialog(order, OrderAction.COME_BACK, gone);
        dialog.places(active);
        return dialog;
    }

    private void places(List<Location> active) {
        to.setLabel(Texts.of("order.come-back.to"));
        to.setItems(BackTo.values());
        to.setItemLabelGenerator(t -> Texts.of("back.to", t));
        to.setWidthFull();
        to.setId("to");
        location.setLabel(Texts.of("order.location"));
        location.setItems(active);
        location.setItemLabelGenerator(l -> l == null ? Texts.of("order.come-back.from") : l.name());
        location.setEmptySelectionAllowed(true);
        location.setEmptySelectionCaption(Texts.of("order.come-back.from"));
        location.setWidthFull();
        location.setId("location");
        to.addValueChangeListener(e -> location.setVisible(e.getValue() == BackTo.STOCK));
        to.setValue(BackTo.QUARANTINE);
        location.setVisible(false);
    }

    private void done(Gone gone) {
        reason.setErrorMessage(Texts.of("kit.reason.missing"));
        reason.setInvalid(reason.getValue().isBlank());
        lines.setErrorMessage(Texts.of("order.come-back.none"));
        lines.setInvalid(lines.getValue().isEmpty());
        if (reason.isInvalid() || lines.isInvalid()) {
            return;
        }
        close();
        Location chosen = to.getValue() == BackTo.STOCK ? location.getValue() : null;
        gone.accept(lines.getValue().stream().map(Order.Line::id).collect(Collectors.toSet()), to.getValue(), chosen == null ? null : chosen.id(), reason.getValue().strip());
    }
}
