package io.amphora.fulfilment.console;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.component.textfield.TextField;
import io.amphora.common.Actor;
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.Texts;
import io.amphora.fulfilment.api.PickItem;
import io.amphora.fulfilment.api.PickList;
import io.amphora.fulfilment.api.Picking;
import io.amphora.fulfilment.api.ShortRemedy;
import java.util.function.Consumer;

/** Less is there than wanted: why, and what becomes of the rest. */
final class MissingDialog extends FormDialog {
    private static final long serialVersionUID = 1L;

    MissingDialog(Picking picking, Actor actor, PickList list, PickItem item, Consumer<PickList> done) {
        super(Texts.of("pick.missing.of", item.sku()));
        Formats f = Formats.current();
        say(ShipmentTexts.muted(Texts.of("pick.missing.text", f.number(item.picked()), f.number(item.wanted()), f.number(item.wanted().subtract(item.picked())), item.wanted().subtract(item.picked()))));
        RadioButtonGroup<ShortRemedy> remedy = field("remedy", "pick.remedy", new RadioButtonGroup<>());
        remedy.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        remedy.setId("remedy");
        remedy.setItems(ShortRemedy.values());
        remedy.setItemLabelGenerator(r -> Texts.of("pick.remedy", r));
        remedy.setValue(ShortRemedy.ELSEWHERE);
        TextField reason = field("reason", "pick.reason", new TextField());
        reason.setId("reason");
        reason.setMaxLength(500);
        reason.setRequiredIndicatorVisible(true);
        reason.setAutofocus(true);
        action("pick.missing.do", "do-missing", () -> done.accept(picking.missing(actor, list.id(), item.id(), item.version(), remedy.getValue(), reason.getValue())));
    }
}
