package io.amphora.console.api.kit;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import io.amphora.common.AmphoraException;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * What a form edits, as it was when it was read: make one before reading what the form shows. If somebody else changes it meanwhile, saving says who, and asks whether theirs or
 * mine is to hold; nothing is overwritten silently. One per form.
 */
public final class Edit {
    private final LongSupplier version;
    private long seen;

    /** @param version reads the version of the thing as it is now; each change that goes through raises it by one */
    public Edit(LongSupplier version) {
        this.version = version;
        this.seen = version.getAsLong();
    }

    /**
     * Runs a use case.
     *
     * @param errors  shows what it refuses; null: a toast does
     * @param useCase gets the version that was read
     * @param done    after it went through
     * @param theirs  shows what is there now instead of what was entered here: {@link #reload}, say
     */
    public void save(FieldErrors errors, LongConsumer useCase, Runnable done, Runnable theirs) {
        if (errors != null) {
            errors.clear();
        }
        try {
            useCase.accept(seen);
        } catch (AmphoraException.Stale e) {
            ask(e, errors, useCase, done, theirs);
            return;
        } catch (AmphoraException e) {
            refused(errors, e);
            return;
        }
        seen++;
        done.run();
    }

    private static void refused(FieldErrors errors, AmphoraException e) {
        if (errors == null) {
            Toast.error(e);
        } else {
            errors.show(e.problems());
        }
    }

    private void ask(AmphoraException.Stale e, FieldErrors errors, LongConsumer useCase, Runnable done, Runnable theirs) {
        long now = version.getAsLong();
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setId("edit-conflict");
        dialog.setHeader(Texts.of("kit.conflict"));
        dialog.setText(new Div(new Div(Texts.of(e.problems().get(0))), new Div(Texts.of("kit.conflict.text"))));
        dialog.setConfirmButton(Texts.of("kit.conflict.theirs"), click -> theirs.run());
        dialog.setRejectable(true);
        dialog.setRejectText(Texts.of("kit.conflict.mine"));
        dialog.addRejectListener(click -> {
            seen = now;
            save(errors, useCase, done, theirs);
        });
        dialog.open();
    }

    /** Loads the page anew. */
    public static void reload() {
        UI.getCurrent().getPage().reload();
    }
}
