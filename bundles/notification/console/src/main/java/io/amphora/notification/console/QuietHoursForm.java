package io.amphora.notification.console;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.timepicker.TimePicker;
import io.amphora.common.Actor;
import io.amphora.console.api.kit.Edit;
import io.amphora.console.api.kit.FieldErrors;
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.Texts;
import io.amphora.console.api.kit.Toast;
import io.amphora.notification.api.QuietHours;
import io.amphora.notification.api.Subscriptions;
import java.time.Duration;
import java.time.ZoneId;
import java.util.TreeSet;

/** When somebody does not want to be disturbed. */
final class QuietHoursForm extends Div {
    private static final long serialVersionUID = 1L;

    private final TimePicker from = new TimePicker(Texts.of("quiet.from"));
    private final TimePicker to = new TimePicker(Texts.of("quiet.to"));
    private final ComboBox<String> zone = new ComboBox<>(Texts.of("quiet.zone"));
    private final FieldErrors errors = new FieldErrors();

    QuietHoursForm(Subscriptions subscriptions, Actor actor, String person) {
        addClassName("quiet-hours");
        from.setId("quiet-from");
        to.setId("quiet-to");
        zone.setId("quiet-zone");
        from.setStep(Duration.ofMinutes(30));
        to.setStep(Duration.ofMinutes(30));
        from.setClearButtonVisible(true);
        to.setClearButtonVisible(true);
        zone.setItems(new TreeSet<>(ZoneId.getAvailableZoneIds()));
        errors.bind("from", from).bind("to", to).bind("zone", zone);
        Edit edit = new Edit(() -> subscriptions.quietHoursVersion(actor, person));
        Button save = new Button(Texts.of("quiet.save"), e -> edit.save(errors, seen -> subscriptions.setQuietHours(actor, person, hours(), seen), () -> Toast.success("quiet.saved"), Edit::reload));
        save.setId("save-quiet-hours");
        add(errors, from, to, zone, save);
        show(subscriptions.quietHours(actor, person));
    }

    private void show(QuietHours hours) {
        from.setValue(hours.from());
        to.setValue(hours.to());
        ZoneId of = hours.zone() == null ? Formats.current().zone() : hours.zone();
        zone.setValue(ZoneId.getAvailableZoneIds().contains(of.getId()) ? of.getId() : "UTC");
    }

    private QuietHours hours() {
        return new QuietHours(from.getValue(), to.getValue(), zone.isEmpty() ? null : ZoneId.of(zone.getValue()));
    }
}
