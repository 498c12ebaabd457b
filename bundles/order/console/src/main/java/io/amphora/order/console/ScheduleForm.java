package io.amphora.order.console;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import io.amphora.console.api.kit.FieldErrors;
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.Texts;
import io.amphora.order.api.Schedule;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;

/** The fields of a schedule, and the schedule as a sentence. */
final class ScheduleForm extends Div {
    private static final long serialVersionUID = 1L;

    private final Select<Schedule.Unit> unit = new Select<>();
    private final IntegerField every = new IntegerField(Texts.of("recurring.every"));
    private final Select<DayOfWeek> weekday = new Select<>();
    private final IntegerField day = new IntegerField(Texts.of("recurring.day"));
    private final DatePicker from = new DatePicker(Texts.of("recurring.from"));
    private final DatePicker to = new DatePicker(Texts.of("recurring.to"));

    ScheduleForm(Schedule s) {
        addClassName("schedule");
        unit.setLabel(Texts.of("recurring.unit"));
        unit.setItems(Schedule.Unit.values());
        unit.setItemLabelGenerator(u -> Texts.of("recurring.unit", u));
        unit.setId("unit");
        every.setStepButtonsVisible(true);
        every.setMin(1);
        every.setMax(366);
        every.setManualValidation(true);
        every.setId("every");
        weekday.setLabel(Texts.of("recurring.weekday"));
        weekday.setItems(DayOfWeek.values());
        weekday.setItemLabelGenerator(d -> d == null ? "" : d.getDisplayName(TextStyle.FULL, Texts.locale()));
        weekday.setId("weekday");
        day.setHelperText(Texts.of("recurring.day.help"));
        day.setMin(1);
        day.setMax(31);
        day.setManualValidation(true);
        day.setId("day-of-month");
        from.setManualValidation(true);
        from.setId("from");
        to.setManualValidation(true);
        to.setClearButtonVisible(true);
        to.setId("to");
        unit.addValueChangeListener(e -> show());
        LocalDate today = LocalDate.now(Formats.current().zone());
        set(s == null ? new Schedule(Schedule.Unit.WEEK, 1, today.getDayOfWeek(), null, today, null) : s);
        add(every, unit, weekday, day, from, to);
    }

    private void set(Schedule s) {
        unit.setValue(s.unit());
        every.setValue(s.every());
        weekday.setValue(s.weekday() == null ? s.startsOn().getDayOfWeek() : s.weekday());
        day.setValue(s.dayOfMonth() == null ? s.startsOn().getDayOfMonth() : s.dayOfMonth());
        from.setValue(s.startsOn());
        to.setValue(s.endsOn());
        show();
    }

    private void show() {
        weekday.setVisible(unit.getValue() == Schedule.Unit.WEEK);
        day.setVisible(unit.getValue() == Schedule.Unit.MONTH);
    }

    void bind(FieldErrors errors) {
        errors.bind("schedule.every", every).bind("schedule.dayOfMonth", day).bind("schedule.startsOn", from).bind("schedule.endsOn", to);
    }

    Schedule get() {
        boolean week = unit.getValue() == Schedule.Unit.WEEK;
        boolean month = unit.getValue() == Schedule.Unit.MONTH;
        return new Schedule(unit.getValue(), every.getValue() == null ? 0 : every.getValue(), week ? weekday.getValue() : null, month ? day.getValue() : null, from.getValue(), to.getValue());
    }

    /** {@code every 2 weeks on Friday}. */
    static String text(Schedule s) {
        String unit = s.unit().name().toLowerCase(java.util.Locale.ROOT);
        String on = s.unit() == Schedule.Unit.WEEK ? (s.weekday() == null ? s.startsOn().getDayOfWeek() : s.weekday()).getDisplayName(TextStyle.FULL, Texts.locale())
                : s.unit() == Schedule.Unit.MONTH ? String.valueOf(s.dayOfMonth() == null ? s.startsOn().getDayOfMonth() : s.dayOfMonth()) : "";
        return Texts.of("recurring.text." + unit, s.every(), on);
    }
}
