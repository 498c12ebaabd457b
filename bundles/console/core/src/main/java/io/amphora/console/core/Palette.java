package io.amphora.console.core;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.amphora.console.api.ConsoleCommands.Command;
import io.amphora.console.api.kit.Icons;
import io.amphora.console.api.kit.Texts;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Search box and command palette in one: type, move with the arrows, Enter. */
final class Palette extends Div {
    private static final long serialVersionUID = 1L;
    private static final int DELAY_MILLIS = 120;

    private final transient Function<String, Map<String, List<Command>>> find;
    private final Dialog dialog = new Dialog();
    private final TextField text = new TextField();
    private final Div results = new Div();

    Palette(Function<String, Map<String, List<Command>>> find) {
        this.find = find;
        dialog.addClassName("palette");
        dialog.getElement().setAttribute("aria-label", Texts.of("console.search"));
        text.setPlaceholder(Texts.of("console.search.placeholder"));
        text.setAriaLabel(Texts.of("console.search"));
        text.setPrefixComponent(new Icons("search"));
        text.setWidthFull();
        text.setMaxLength(100);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.setValueChangeTimeout(DELAY_MILLIS);
        text.addValueChangeListener(e -> show(e.getValue()));
        results.addClassName("palette-results");
        results.getElement().setAttribute("role", "listbox");
        results.getElement().setAttribute("aria-label", Texts.of("console.search"));
        Div box = new Div(text, results);
        box.addClassName("palette-box");
        dialog.add(box);
        box.addAttachListener(e -> box.getElement().executeJs("window.amphora.palette(this)"));
    }

    void open() {
        if (!dialog.isOpened()) {
            text.clear();
            show("");
            dialog.open();
            text.focus();
        }
    }

    void close() {
        dialog.close();
    }

    private void show(String wanted) {
        results.removeAll();
        results.getElement().setAttribute("data-for", wanted.strip());
        Map<String, List<Command>> found = find.apply(wanted);
        found.forEach((group, commands) -> {
            Div heading = new Div(Texts.of(group));
            heading.addClassName("palette-group");
            heading.getElement().setAttribute("role", "presentation");
            results.add(heading);
            commands.forEach(c -> results.add(row(c)));
        });
        if (found.isEmpty()) {
            Div none = new Div(Texts.of("console.search.none", wanted));
            none.addClassName("palette-none");
            results.add(none);
        }
    }

    private Anchor row(Command command) {
        Span title = new Span(command.title());
        title.addClassName("palette-title");
        Span hint = new Span(command.hint() == null ? "" : command.hint());
        hint.addClassName("palette-hint");
        Anchor row = new Anchor(command.path(), new Icons(command.icon() == null || command.icon().isEmpty() ? "arrow-right" : command.icon()), title, hint);
        row.getElement().setAttribute("router-link", true);
        row.getElement().setAttribute("role", "option");
        row.getElement().setAttribute("tabindex", "-1");
        // the page shown is clicked on again: no navigation would close the palette
        row.getElement().addEventListener("click", e -> close());
        return row;
    }

    @Override
    protected void onDetach(com.vaadin.flow.component.DetachEvent event) {
        UI ui = event.getUI();
        if (!ui.isClosing()) {
            close();
        }
    }
}
