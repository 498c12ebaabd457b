package io.amphora.order.console;

import com.vaadin.flow.component.datepicker.DatePicker;
import io.amphora.console.api.kit.Texts;
import java.time.LocalDate;

/** The day the customer wants it; says at once when that is over. */
final class WishedDate extends DatePicker {
    private static final long serialVersionUID = 1L;

    WishedDate() {
        super(Texts.of("order.wished"));
        addValueChangeListener(e -> setHelperText(e.getValue() != null && e.getValue().isBefore(LocalDate.now()) ? Texts.of("order.wished.over") : null));
    }
}
