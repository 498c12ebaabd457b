package io.amphora.console.api.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.html.Div;
import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts the problems of a refused use case beside the fields they name, all at once, focuses the first, and lists the rest on top: add
 * it to the form where that list shall be. Field names are those of {@link Problem#field()}.
 */
public final class FieldErrors extends Div {
    private static final long serialVersionUID = 1L;

    private final Map<String, HasValidation> fields = new LinkedHashMap<>();

    public FieldErrors() {
        addClassName("field-errors");
        getElement().setAttribute("role", "alert");
        setVisible(false);
    }

    /** @param name {@code customer.name}; problems of what is below it ({@code customer.name.x}) come here, too */
    public <F extends Component & HasValidation> FieldErrors bind(String name, F field) {
        field.setManualValidation(true);
        fields.put(name, field);
        return this;
    }

    public void unbind(String name) {
        fields.remove(name);
    }

    /** Runs a use case; shows what it refuses. @return whether it went through */
    public boolean guard(Runnable useCase) {
        clear();
        try {
            useCase.run();
            return true;
        } catch (AmphoraException e) {
            show(e.problems());
            return false;
        }
    }

    public void show(List<Problem> problems) {
        clear();
        List<Problem> rest = new ArrayList<>();
        Map<HasValidation, String> messages = new LinkedHashMap<>();
        for (Problem problem : problems) {
            HasValidation field = fieldOf(problem.field());
            if (field == null) {
                rest.add(problem);
            } else {
                messages.merge(field, Texts.of(problem), (a, b) -> a + "; " + b);
            }
        }
        messages.forEach((field, message) -> {
            field.setErrorMessage(message);
            field.setInvalid(true);
        });
        messages.keySet().stream().filter(Focusable.class::isInstance).findFirst().ifPresent(f -> ((Focusable<?>) f).focus());
        setVisible(!rest.isEmpty());
        if (!rest.isEmpty()) {
            add(Toast.list(rest));
        }
    }

    public void clear() {
        removeAll();
        setVisible(false);
        fields.values().forEach(f -> {
            f.setInvalid(false);
            f.setErrorMessage(null);
        });
    }

    /** The field of that name, else the one with the longest name above it. */
    private HasValidation fieldOf(String path) {
        return fields.keySet().stream().filter(name -> path.equals(name) || path.startsWith(name + ".") || path.startsWith(name + "["))
                .max(Comparator.comparingInt(String::length)).map(fields::get).orElse(null);
    }
}
