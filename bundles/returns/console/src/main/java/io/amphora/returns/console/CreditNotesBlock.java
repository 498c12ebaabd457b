package io.amphora.returns.console;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.console.api.kit.Badge;
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.Texts;
import io.amphora.console.api.kit.Toast;
import io.amphora.returns.api.ReturnCredits;
import java.util.List;
import java.util.concurrent.Executor;

/** Credit notes of a settled return: those issued, and one click for those that are not. */
final class CreditNotesBlock extends Div {
    private static final long serialVersionUID = 1L;
    static final String ISSUE = "document.invoice";

    private final transient ReturnCredits credits;
    private final transient Actor actor;
    private final transient Executor background;
    private final long returnId;
    private final transient Runnable issued;

    /** @param issued called when some are */
    CreditNotesBlock(ReturnCredits credits, Actor actor, Executor background, long returnId, Runnable issued) {
        this.issued = issued;
        this.credits = credits;
        this.actor = actor;
        this.background = background;
        this.returnId = returnId;
        addClassName("return-rows");
        setId("credit-notes");
        show(credits.notes(actor, returnId));
    }

    private void show(List<ReturnCredits.Note> notes) {
        removeAll();
        setVisible(!notes.isEmpty());
        notes.forEach(n -> add(row(n)));
        if (actor.may(ISSUE) && notes.stream().anyMatch(n -> !n.isIssued())) {
            Button issue = new Button(Texts.of("returns.credit-note.issue"), e -> issue());
            issue.addThemeVariants(ButtonVariant.LUMO_SMALL);
            issue.setDisableOnClick(true);
            issue.setId("issue-credit-notes");
            Div actions = new Div(issue);
            actions.addClassName("return-actions");
            add(actions);
        }
    }

    private static Div row(ReturnCredits.Note n) {
        Span what = new Span(n.isIssued() ? Texts.of("returns.credit-note.issued", n.documentNumber(), n.invoiceNumber()) : Texts.of("returns.credit-note.open", n.invoiceNumber()));
        what.addClassName("grow");
        Span amount = new Span(Formats.current().money(n.amount()));
        amount.addClassName("number");
        Div row = new Div(what, amount, n.isIssued() ? Badge.of(Badge.Tone.SUCCESS, "returns.credit-note.done") : Badge.of(Badge.Tone.WARNING, "returns.credit-note.todo"));
        row.addClassName("return-row");
        return row;
    }

    /** Making the pages takes its time: meanwhile the console stays usable. */
    private void issue() {
        UI ui = UI.getCurrent();
        Notification working = Toast.progress("returns.credit-note.working");
        background.execute(() -> {
            AmphoraException refusal = refusal();
            List<ReturnCredits.Note> now = credits.notes(actor, returnId);
            ui.access(() -> {
                working.close();
                if (refusal != null) {
                    Toast.error(refusal);
                } else {
                    Toast.success("returns.credit-note.success");
                }
                show(now);
                issued.run();
            });
        });
    }

    private AmphoraException refusal() {
        try {
            credits.issue(actor, returnId);
            return null;
        } catch (AmphoraException e) {
            return e;
        }
    }
}
