package io.amphora.order.console;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.Shortcuts;
import io.amphora.console.api.kit.Texts;
import io.amphora.order.api.HoldType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What stops the order, why, and until when if it ends by itself. */
final class HoldDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    /** What was chosen. @param until may be null */
    interface Chosen {
        void accept(HoldType type, Instant until, String reason);
    }

    private final Select<HoldType> type = new Select<>();
    private final DatePicker until = new DatePicker(Texts.of("order.hold.until"));
    private final TextArea reason = new TextArea(Texts.of("kit.reason"));

    /** @param types those that do not hold yet */
    HoldDialog(List<HoldType> types, Chosen chosen) {
        setHeaderTitle(Texts.of("order.action.hold"));
        type.setLabel(Texts.of("order.hold.type"));
        type.setItems(types);
        type.setItemLabelGenerator(OrderBadges::text);
        type.addValueChangeListener(e -> type.setHelperText(e.getValue() == null ? null : OrderBadges.blocked(e.getValue())));
        type.setValue(types.get(0));
        type.setId("hold-type");
        until.setMin(LocalDate.now(Formats.current().zone()).plusDays(1));
        until.setClearButtonVisible(true);
        until.setHelperText(Texts.of("order.hold.until.help"));
        until.setId("hold-until");
        reason.setMaxLength(500);
        reason.setRequiredIndicatorVisible(true);
        reason.setManualValidation(true);
        reason.setWidthFull();
        reason.setId("reason");
        add(new FormLayout(type, until), reason);
        Button hold = new Button(Texts.of("order.action.hold"), e -> done(chosen));
        hold.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        hold.setId("confirm");
        Shortcuts.on(hold, "mod+enter", "order.action.hold", () -> done(chosen));
        getFooter().add(new Button(Texts.of("kit.cancel"), e -> close()), hold);
    }

    private void done(Chosen chosen) {
        if (reason.isEmpty()) {
            reason.setErrorMessage(Texts.of("kit.reason.missing"));
            reason.setInvalid(true);
            reason.focus();
            return;
        }
        close();
        chosen.accept(type.getValue(), until.isEmpty() ? null : until.getValue().atStartOfDay(Formats.current().zone()).toInstant(), reason.getValue().strip());
    }
}
