package io.amphora.fulfilment.console;

import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import io.amphora.common.Actor;
import io.amphora.console.api.kit.Edit;
import io.amphora.console.api.kit.Texts;
import io.amphora.console.api.kit.Toast;
import io.amphora.fulfilment.api.FulfilmentSetup;
import io.amphora.fulfilment.api.FulfilmentSetup.Setup;

/** What the installation sets for fulfilment. */
final class SetupDialog extends FormDialog {
    private static final long serialVersionUID = 1L;

    SetupDialog(FulfilmentSetup setup, Actor actor) {
        super(Texts.of("shipment.setup"));
        Edit edit = new Edit(() -> setup.version(actor));
        Setup now = setup.get(actor);
        TextField prefix = field("companyPrefix", "shipment.setup.prefix", new TextField());
        prefix.setHelperText(Texts.of("shipment.setup.prefix.help"));
        prefix.setValue(now.companyPrefix() == null ? "" : now.companyPrefix());
        prefix.setMaxLength(12);
        IntegerField late = field("lateDays", "shipment.setup.late", new IntegerField());
        late.setValue(now.lateDays());
        IntegerField poll = field("pollMinutes", "shipment.setup.poll", new IntegerField());
        poll.setValue(now.pollMinutes());
        edit("shipment.save", "save", edit, seen -> setup.change(actor, new Setup(prefix.isEmpty() ? null : prefix.getValue(), late.getValue() == null ? 0 : late.getValue(),
                poll.getValue() == null ? 0 : poll.getValue()), seen), () -> Toast.success("shipment.setup.done"), () -> new SetupDialog(setup, actor).open());
    }
}
