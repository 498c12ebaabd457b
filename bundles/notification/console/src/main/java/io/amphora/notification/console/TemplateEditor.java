package io.amphora.notification.console;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.IFrame;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.amphora.common.Actor;
import io.amphora.common.Problem;
import io.amphora.console.api.kit.Badge;
import io.amphora.console.api.kit.FieldErrors;
import io.amphora.console.api.kit.ReasonDialog;
import io.amphora.console.api.kit.Shortcuts;
import io.amphora.console.api.kit.Texts;
import io.amphora.console.api.kit.Toast;
import io.amphora.notification.api.Audience;
import io.amphora.notification.api.Template;
import io.amphora.notification.api.Templates;
import java.util.List;
import java.util.stream.Collectors;

/** Writes one text and shows, while somebody types, what becomes of it for a sample order. */
final class TemplateEditor extends Div {
    private static final long serialVersionUID = 1L;
    private static final int TYPING_MILLIS = 300;

    private final transient Templates templates;
    private final transient Actor actor;
    private transient Template template;
    private final TextField subject = new TextField(Texts.of("template.subject"));
    private final TextArea body = new TextArea(Texts.of("template.body"));
    private final Checkbox attach = new Checkbox();
    private final FieldErrors errors = new FieldErrors();
    private boolean filling;
    private final Div state = new Div();
    private final Div previewSubject = new Div();
    private final IFrame html = new IFrame();
    private final Pre text = new Pre();
    private final Button reset = new Button(Texts.of("template.reset"), e -> askReset());

    TemplateEditor(Templates templates, Actor actor, Template template) {
        this.templates = templates;
        this.actor = actor;
        addClassName("template-editor");
        add(form(template), preview(template.audience()));
        show(template);
    }

    private Div form(Template t) {
        subject.setId("subject");
        subject.setMaxLength(200);
        body.setId("body");
        body.setMaxLength(8_000);
        body.addClassName("template-body");
        body.setHelperText(Texts.of("template.body.help"));
        attach.setId("attach");
        attach.setLabel(Texts.orElse("template.attach." + t.occasion().id(), ""));
        attach.setHelperText(Texts.of("template.attach.help"));
        attach.setVisible(Template.carries(t.occasion(), t.audience()));
        errors.bind("subject", subject).bind("body", body);
        subject.setValueChangeMode(ValueChangeMode.LAZY);
        subject.setValueChangeTimeout(TYPING_MILLIS);
        body.setValueChangeMode(ValueChangeMode.LAZY);
        body.setValueChangeTimeout(TYPING_MILLIS);
        subject.addValueChangeListener(e -> refresh());
        body.addValueChangeListener(e -> refresh());
        Div form = new Div(new H2(Texts.of("template.text")), state, subject, body, attach, errors, placeholders(t), buttons());
        form.addClassName("surface");
        return form;
    }

    /** A click puts one where the cursor stands in the text. */
    private Div placeholders(Template t) {
        Div all = new Div();
        all.addClassName("placeholders");
        all.getElement().setAttribute("role", "group").setAttribute("aria-label", Texts.of("template.placeholders"));
        for (String name : templates.placeholders(t.occasion(), t.audience())) {
            Button button = new Button(name, e -> insert("{{" + name + "}}"));
            button.addThemeVariants(ButtonVariant.LUMO_SMALL);
            button.setTooltipText(Texts.orElse("placeholder." + name, name));
            all.add(button);
        }
        return new Div(new Span(Texts.of("template.placeholders")), all);
    }

    private void insert(String placeholder) {
        body.getElement().executeJs("const i = this.inputElement, a = i.selectionStart ?? i.value.length; const v = i.value.slice(0, a) + $0 + i.value.slice(i.selectionEnd ?? a);"
                + "this.value = v; this.focus(); i.setSelectionRange(a + $0.length, a + $0.length); return v;", placeholder).then(String.class, body::setValue);
    }

    private Div buttons() {
        Button save = new Button(Texts.of("template.save"), e -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.setId("save");
        Shortcuts.on(save, "mod+enter", "template.save", this::save);
        reset.setId("reset");
        Div buttons = new Div(save, reset);
        buttons.addClassName("choice-ways");
        return buttons;
    }

    private Div preview(Audience audience) {
        previewSubject.addClassName("mail-subject");
        previewSubject.setId("preview-subject");
        html.addClassName("mail-preview");
        html.setTitle(Texts.of("template.preview"));
        // nothing in it may run or load
        html.getElement().setAttribute("sandbox", "");
        text.addClassName("plain-preview");
        text.setId("preview-text");
        Div preview = new Div(new H2(Texts.of("template.preview")), previewSubject, html, new H2(Texts.of("template.plain")), text);
        preview.addClassName("surface");
        return preview;
    }

    private void show(Template shown) {
        template = shown;
        state.removeAll();
        state.add(shown.changed() ? Badge.of(Badge.Tone.INFO, "template.changed") : Badge.of(Badge.Tone.NEUTRAL, "template.original"));
        reset.setVisible(shown.changed());
        filling = true;
        subject.setValue(shown.subject());
        body.setValue(shown.body());
        attach.setValue(shown.attach());
        filling = false;
        refresh();
    }

    private void refresh() {
        if (filling) {
            return;
        }
        Templates.Preview p = templates.preview(actor, template.occasion(), template.audience(), template.language(), subject.getValue(), body.getValue());
        previewSubject.setText(p.subject());
        html.setSrcdoc(p.html());
        text.setText(p.text());
        errors.clear();
        mark(subject, "subject", p.problems());
        mark(body, "body", p.problems());
    }

    /** Unlike after saving, the cursor stays where somebody types. */
    private static void mark(HasValidation field, String name, List<Problem> problems) {
        String wrong = problems.stream().filter(p -> p.field().equals(name)).map(Texts::of).collect(Collectors.joining("; "));
        field.setErrorMessage(wrong.isEmpty() ? null : wrong);
        field.setInvalid(!wrong.isEmpty());
    }

    private void save() {
        errors.guard(() -> {
            show(templates.save(actor, template.occasion(), template.audience(), template.language(), template.version(), subject.getValue(), body.getValue(), attach.getValue()));
            Toast.success("template.saved");
        });
    }

    private void askReset() {
        ReasonDialog.confirm(Texts.of("template.reset"), Texts.of("template.reset.text"), "template.reset", () -> Toast.guard(
                () -> show(templates.reset(actor, template.occasion(), template.audience(), template.language(), template.version()))));
    }
}
