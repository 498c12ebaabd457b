package io.amphora.notification.console;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import io.amphora.common.Actor;
import io.amphora.console.api.kit.Edit;
import io.amphora.console.api.kit.FieldErrors;
import io.amphora.console.api.kit.Texts;
import io.amphora.console.api.kit.Toast;
import io.amphora.notification.api.DigestSetup;

/** For how long messages to people are gathered. */
final class DigestForm extends Div {
    private static final long serialVersionUID = 1L;

    DigestForm(DigestSetup setup, Actor actor) {
        addClassNames("quiet-hours", "digest-form");
        IntegerField minutes = new IntegerField(Texts.of("digest.minutes"));
        minutes.setId("digest-minutes");
        minutes.setMin(0);
        minutes.setMax(DigestSetup.MOST_MINUTES);
        minutes.setStepButtonsVisible(true);
        minutes.setValue(setup.minutes(actor));
        FieldErrors errors = new FieldErrors();
        errors.bind("minutes", minutes);
        Edit edit = new Edit(() -> setup.version(actor));
        Button save = new Button(Texts.of("digest.save"),
                e -> edit.save(errors, seen -> setup.change(actor, minutes.getValue() == null ? -1 : minutes.getValue(), seen), () -> Toast.success("digest.saved"), Edit::reload));
        save.setId("save-digest");
        add(errors, minutes, save);
    }
}
