package io.amphora.console.api.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** One filter: a button with its label and value, an editor in a popover, a cross that clears it. */
final class FilterChip extends Div {
    private static final long serialVersionUID = 1L;

    private final String name;
    private final String label;
    private final transient UnaryOperator<String> shown;
    private final transient Runnable changed;
    private final Button button = new Button();
    private final Button cross = new Button(new Icons("close-small"));
    private final Popover popover = new Popover();
    private transient Runnable showValue = () -> { };
    private String value = "";

    private FilterChip(String name, String labelKey, UnaryOperator<String> shown, Runnable changed) {
        this.name = name;
        this.label = Texts.of(labelKey);
        this.shown = shown;
        this.changed = changed;
        addClassName("filter-chip");
        button.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        cross.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        cross.setAriaLabel(Texts.of("kit.filter.clear", label));
        cross.addClickListener(e -> edited(""));
        popover.setTarget(button);
        popover.setPosition(PopoverPosition.BOTTOM_START);
        popover.setAriaLabel(label);
        add(button, cross, popover);
        show();
    }

    static FilterChip choice(String name, String labelKey, Map<String, String> labels, Runnable changed) {
        FilterChip chip = new FilterChip(name, labelKey, v -> labels.getOrDefault(v, v), changed);
        RadioButtonGroup<String> group = new RadioButtonGroup<>();
        group.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        List<String> values = new ArrayList<>(labels.keySet());
        group.setItems(values);
        group.setItemLabelGenerator(labels::get);
        chip.editor(group, v -> labels.containsKey(v) ? v : null, v -> v);
        return chip;
    }

    static FilterChip day(String name, String labelKey, Runnable changed) {
        FilterChip chip = new FilterChip(name, labelKey, v -> day(v) == null ? v : Formats.current().date(day(v)), changed);
        chip.editor(new DatePicker(), FilterChip::day, LocalDate::toString);
        return chip;
    }

    static FilterChip text(String name, String labelKey, Runnable changed) {
        FilterChip chip = new FilterChip(name, labelKey, v -> v, changed);
        TextField field = new TextField();
        field.setMaxLength(200);
        field.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        chip.editor(field, v -> v, String::strip);
        return chip;
    }

    /** @param find values with their labels for what was typed; @param labelOf a value that came from elsewhere */
    static FilterChip search(String name, String labelKey, Function<String, Map<String, String>> find, UnaryOperator<String> labelOf, Runnable changed) {
        FilterChip chip = new FilterChip(name, labelKey, labelOf, changed);
        Map<String, String> labels = new HashMap<>();
        ComboBox<String> field = new ComboBox<>();
        field.setOverlayWidth("18rem");
        field.setItems(query -> {
            int limit = query.getLimit();
            if (query.getOffset() > 0) {
                return Stream.empty();
            }
            Map<String, String> found = find.apply(query.getFilter().orElse(""));
            labels.putAll(found);
            return List.copyOf(found.keySet()).stream().limit(limit);
        });
        field.setItemLabelGenerator(v -> labels.computeIfAbsent(v, labelOf));
        chip.editor(field, v -> v, v -> v);
        return chip;
    }

    private <V, F extends Component & HasValue<?, V>> void editor(F field, Function<String, V> read, Function<V, String> write) {
        field.getElement().setAttribute("aria-label", label);
        field.addValueChangeListener(e -> {
            if (e.isFromClient()) {
                edited(e.getValue() == null ? "" : write.apply(e.getValue()));
                popover.close();
            }
        });
        showValue = () -> {
            V v = value.isEmpty() ? null : read.apply(value);
            field.setValue(v == null ? field.getEmptyValue() : v);
        };
        popover.add(field);
    }

    String name() {
        return name;
    }

    String getValue() {
        return value;
    }

    /** Without telling the bar. */
    void setValue(String value) {
        this.value = value;
        showValue.run();
        show();
    }

    private void edited(String now) {
        if (!now.equals(value)) {
            setValue(now);
            changed.run();
        }
    }

    private void show() {
        boolean used = !value.isEmpty();
        button.setText(used ? label + ": " + shown.apply(value) : label);
        button.setIcon(used ? null : new Icons("plus-circle-o"));
        cross.setVisible(used);
        setClassName("filter-chip-used", used);
    }

    private static LocalDate day(String iso) {
        try {
            return LocalDate.parse(iso);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
