package io.amphora.returns.console;

import com.vaadin.flow.component.textfield.TextField;
import io.amphora.common.Actor;
import io.amphora.console.api.kit.Texts;
import io.amphora.returns.api.Return;
import io.amphora.returns.api.ReturnDesk;
import java.util.function.Consumer;

/** Who brings the goods. */
final class SentDialog extends ReturnDialog {
    private static final long serialVersionUID = 1L;

    SentDialog(ReturnDesk desk, Actor actor, Return r, Consumer<Return> done) {
        super(Texts.of("returns.do.send"));
        TextField carrier = put("carrier", "returns.carrier", "carrier", new TextField());
        TextField tracking = put("tracking", "returns.tracking", "trackingNumber", new TextField());
        carrier.setAutofocus(true);
        form.add(carrier, tracking);
        does("returns.do.send", () -> done.accept(desk.send(actor, r.id(), r.version(), value(carrier), value(tracking))));
    }
}
