package io.amphora.returns.console;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Span;
import io.amphora.common.Actor;
import io.amphora.console.api.kit.Texts;
import io.amphora.returns.api.Return;
import io.amphora.returns.api.ReturnDesk;
import java.util.function.Consumer;

/** Tries again what was refused, in the same way or by hand. */
final class RetryDialog extends ReturnDialog {
    private static final long serialVersionUID = 1L;

    RetryDialog(ReturnDesk desk, Actor actor, Return r, Consumer<Return> done) {
        super(Texts.of("returns.do.retry"));
        r.settlement().steps().stream().filter(s -> s.problem() != null).forEach(s -> form.add(new Span(Texts.of(s.problem()))));
        Checkbox byHand = new Checkbox(Texts.of("returns.by-hand"));
        byHand.setId("by-hand");
        form.add(byHand);
        does("returns.do.retry", () -> done.accept(desk.retry(actor, r.id(), r.version(), byHand.getValue())));
    }
}
