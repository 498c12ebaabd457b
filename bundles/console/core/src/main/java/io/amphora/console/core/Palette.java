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
import io.amphora.console.api.kit.Page;
import io.amphora.console.api.kit.Texts;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** Search box and command palette in one: type, move with the arrows, Enter. */
final class Palette extends Div {
    private static final long serialVersionUID = 1L;
    private static final int DELAY_MILLIS = 120;

    private final transient Function<String, Map<String, List<Command>>> find;
    private final transient Supplier<List<Page.Action>> here;
    private final Dialog dialog = new Dialog();
    private final TextField text = new TextField();
    private final Div results = new Div();

    /** @param here what can be done on the page shown */
    Palette(Function<String, Map<String, List<Command>>> find, Supplier<List<Page.Action>> here) {
        this.find = find;
        this.here = here;
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
        List<Page.Action> actions = actions(wanted.strip().toLowerCase(Texts.locale()));
        // the first row is what Enter does: never an action that nobody typed for
        boolean typed = !wanted.isBlank();
        if (typed) {
            show(actions);
        }
        Map<String, List<Command>> found = find.apply(wanted);
        found.forEach((group, commands) -> {
            heading(group);
            commands.forEach(c -> results.add(row(c)));
        });
        if (!typed) {
            show(actions);
        }
        if (found.isEmpty() && actions.isEmpty()) {
            Div none = new Div(Texts.of("console.search.none", wanted));
            none.addClassName("palette-none");
            results.add(none);
        }
    }

    private void show(List<Page.Action> actions) {
        if (!actions.isEmpty()) {
            heading("console.search.here");
            actions.forEach(a -> results.add(row(a)));
        }
    }

    private void heading(String key) {
        Div heading = new Div(Texts.of(key));
        heading.addClassName("palette-group");
        heading.getElement().setAttribute("role", "presentation");
        results.add(heading);
    }

    private List<Page.Action> actions(String wanted) {
        return here.get().stream().filter(a -> a.label().toLowerCase(Texts.locale()).contains(wanted)).toList();
    }

    private Div row(Page.Action action) {
        Span title = new Span(action.label());
        title.addClassName("palette-title");
        Div row = new Div(new Icons("flash"), title);
        row.addClassName("palette-action");
        row.getElement().setAttribute("role", "option");
        row.getElement().setAttribute("tabindex", "-1");
        row.getElement().addEventListener("click", e -> {
            close();
            action.run().run();
        });
        return row;
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
