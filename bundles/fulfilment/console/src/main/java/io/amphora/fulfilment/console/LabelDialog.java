package io.amphora.fulfilment.console;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.amphora.common.Actor;
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.Texts;
import io.amphora.console.api.kit.Toast;
import io.amphora.fulfilment.api.Shipment;
import io.amphora.fulfilment.api.ShippingDesk;
import io.amphora.fulfilment.api.ShippingDesk.Offer;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who brings it: one of what the carriers offer, or somebody whom no bundle speaks to. */
final class LabelDialog extends FormDialog {
    private static final long serialVersionUID = 1L;

    private LabelDialog(Shipment s) {
        super(Texts.of("shipment.do.label.of", s.number()));
    }

    static LabelDialog offers(ShippingDesk desk, Actor actor, Shipment s, Consumer<Shipment> done) {
        LabelDialog dialog = new LabelDialog(s);
        List<Offer> all = desk.rates(actor, s.id(), Texts.locale());
        List<Offer> takes = all.stream().filter(o -> o.problem() == null).toList();
        Select<Offer> offer = dialog.field("carrier", "shipment.offer", new Select<>());
        offer.setItems(takes);
        offer.setItemLabelGenerator(LabelDialog::text);
        offer.setId("offer");
        takes.stream().findFirst().ifPresent(offer::setValue);
        all.stream().filter(o -> o.problem() != null).forEach(o -> dialog.say(ShipmentTexts.muted(o.carrier() + ": " + Texts.of(o.problem()))));
        // pressed twice it buys one label
        String once = UUID.randomUUID().toString();
        dialog.action("shipment.do.label", "do-label", () -> {
            Offer o = offer.getValue();
            Shipment now = desk.label(actor, s.id(), s.version(), o == null ? null : o.carrierId(), o == null ? null : o.rate().service(), once);
            if (now.problem() != null) {
                Toast.error("shipment.label.problem", now.problem());
            } else {
                Toast.success("shipment.labelled", now.number());
            }
            done.accept(now);
        });
        return dialog;
    }

    private static String text(Offer o) {
        Formats f = Formats.current();
        String arrives = o.rate().expectedOn() == null ? null : Texts.of("shipment.arrives", f.date(o.rate().expectedOn()));
        return Stream.of(o.carrier(), o.rate().title(), o.rate().price() == null ? null : f.money(o.rate().price()), arrives).filter(Objects::nonNull).collect(Collectors.joining(" · "));
    }

    static LabelDialog byHand(ShippingDesk desk, Actor actor, Shipment s, Consumer<Shipment> done) {
        LabelDialog dialog = new LabelDialog(s);
        TextField carrier = dialog.field("carrier", "shipment.carrier", new TextField());
        carrier.setId("carrier");
        carrier.setAutofocus(true);
        carrier.setMaxLength(100);
        carrier.setRequiredIndicatorVisible(true);
        TextArea numbers = dialog.field("trackingNumbers", "shipment.numbers", new TextArea());
        numbers.setId("numbers");
        numbers.setHelperText(Texts.of("shipment.numbers.help"));
        dialog.action("shipment.do.by-hand", "do-by-hand", () -> {
            List<String> each = numbers.isEmpty() ? List.of() : numbers.getValue().lines().map(String::strip).filter(n -> !n.isEmpty()).toList();
            done.accept(desk.labelByHand(actor, s.id(), s.version(), carrier.getValue(), each));
        });
        return dialog;
    }
}
