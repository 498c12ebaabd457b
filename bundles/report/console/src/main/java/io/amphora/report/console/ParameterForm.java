package io.amphora.report.console;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.amphora.common.Problem;
import io.amphora.common.Problems;
import io.amphora.console.api.kit.FieldErrors;
import io.amphora.console.api.kit.Texts;
import io.amphora.report.api.ReportInfo.Parameter;
import io.amphora.report.api.Reports;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A field per parameter of a report. Values are texts, as in the address; what does not fit stands beside its field. */
final class ParameterForm extends Div {
    private static final long serialVersionUID = 1L;

    private final Map<String, Supplier<String>> values = new LinkedHashMap<>();
    private final FieldErrors errors = new FieldErrors();

    /** @param asked gets the values that were entered, without those left empty or at their fallback */
    ParameterForm(Reports.Entry report, Map<String, String> given, Consumer<Map<String, String>> asked) {
        addClassName("parameter-form");
        Button show = new Button(Texts.of("report.show"), e -> asked.accept(entered(report.info().parameters())));
        show.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        show.setId("show");
        show.addClickShortcut(Key.ENTER).listenOn(this);
        report.info().parameters().forEach(p -> add(field(report.id(), p, given.getOrDefault(p.name(), p.fallback()))));
        add(show, errors);
    }

    void show(List<Problem> problems) {
        errors.show(problems);
    }

    private Map<String, String> entered(List<Parameter> parameters) {
        Map<String, String> entered = new LinkedHashMap<>();
        parameters.forEach(p -> {
            String value = values.get(p.name()).get();
            if (value != null && !value.isBlank() && !value.strip().equals(p.fallback())) {
                entered.put(p.name(), value.strip());
            }
        });
        return entered;
    }

    private Component field(String report, Parameter parameter, String value) {
        return switch (parameter.type()) {
            case DATE -> day(parameter, value);
            case CHOICE -> choice(report, parameter, value);
            case MONTH -> text(parameter, value, Texts.of("report.month-example"));
            case NUMBER, TEXT -> text(parameter, value, "");
        };
    }

    private Component text(Parameter parameter, String value, String placeholder) {
        TextField field = new TextField(parameter.title());
        field.setPlaceholder(placeholder);
        field.setMaxLength(Problems.TEXT);
        field.setClearButtonVisible(parameter.type() != Parameter.Type.NUMBER);
        field.setValue(value == null ? "" : value);
        return known(parameter, field, field::getValue);
    }

    private Component day(Parameter parameter, String value) {
        DatePicker field = new DatePicker(parameter.title());
        field.setClearButtonVisible(true);
        field.setLocale(Texts.locale());
        try {
            field.setValue(value == null ? null : LocalDate.parse(value));
        } catch (DateTimeParseException byHand) {
            field.clear();
        }
        return known(parameter, field, () -> field.isEmpty() ? null : field.getValue().toString());
    }

    private Component choice(String report, Parameter parameter, String value) {
        Select<String> field = new Select<>();
        field.setLabel(parameter.title());
        field.setItems(parameter.choices());
        field.setItemLabelGenerator(choice -> Texts.orElse("report." + report + "." + parameter.name() + "." + choice, choice));
        field.setValue(parameter.choices().contains(value) ? value : parameter.fallback());
        return known(parameter, field, field::getValue);
    }

    private <F extends Component & HasValidation> F known(Parameter parameter, F field, Supplier<String> value) {
        field.setId("parameter-" + parameter.name());
        values.put(parameter.name(), value);
        errors.bind(parameter.name(), field);
        return field;
    }
}
