package io.amphora.transfer.console;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.amphora.common.Problem;
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.Texts;
import io.amphora.transfer.api.ImportKind;
import io.amphora.transfer.api.Outcome;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** Why rows did not go in, with how many each: a click leads to those rows. */
final class Reasons extends UnorderedList {
    private static final long serialVersionUID = 1L;

    Reasons(List<Outcome.Reason> reasons, Consumer<Outcome.Reason> show) {
        addClassName("reasons");
        setId("reasons");
        for (Outcome.Reason reason : reasons) {
            Span count = new Span(Formats.current().number(reason.rows()));
            count.addClassName("reason-count");
            Button link = new Button(text(reason.example()), e -> show.accept(reason));
            link.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
            Span first = new Span(Texts.of(reason.rows() == 1 ? "transfer.reason.line" : "transfer.reason.first", Formats.current().number(reason.row())));
            first.addClassName("muted");
            add(new ListItem(count, link, first));
        }
    }

    /** A problem with the name of its field in front, as people know it. */
    static String text(Problem problem) {
        return (problem.field().isEmpty() ? "" : fieldName(problem.field()) + ": ") + Texts.of(named(problem));
    }

    /** Fields and kinds of files called as on this page. */
    static Problem named(Problem problem) {
        List<Object> args = problem.args().stream().map(Reasons::named).toList();
        return new Problem(problem.field(), problem.code(), problem.pattern(), args);
    }

    private static Object named(Object arg) {
        if (!(arg instanceof String text)) {
            return arg;
        }
        return Arrays.stream(ImportKind.values()).filter(k -> k.code().equals(text)).map(States::of).findFirst().orElseGet(() -> fieldName(text));
    }

    static String fieldName(String field) {
        return field.matches("[A-Za-z]+") ? Texts.orElse("transfer.field." + field, field) : field;
    }
}
