package io.amphora.fulfilment.console;

import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.amphora.common.Actor;
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.Texts;
import io.amphora.fulfilment.api.Shipment;
import io.amphora.fulfilment.api.ShippingDesk;
import io.amphora.fulfilment.api.TrackingStatus;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** What happened on the way, by hand: the driver came back, the customer called. */
final class ReportDialog extends FormDialog {
    private static final long serialVersionUID = 1L;

    ReportDialog(ShippingDesk desk, Actor actor, Shipment s, Consumer<Shipment> done) {
        super(Texts.of("shipment.do.report.of", s.number()));
        List<TrackingStatus> fit = Arrays.stream(TrackingStatus.values()).filter(t -> t.action() != null && s.parcels().stream().anyMatch(p -> t.action().appliesTo(p.state()))).toList();
        Select<TrackingStatus> status = field("status", "shipment.report.what", new Select<>());
        status.setId("status");
        status.setItems(fit);
        status.setItemLabelGenerator(t -> Texts.of("shipment.state", t.action().to()));
        status.setValue(fit.contains(TrackingStatus.DELIVERED) ? TrackingStatus.DELIVERED : fit.stream().findFirst().orElse(null));
        Select<Integer> parcel = field("parcel", "shipment.report.parcel", new Select<>());
        parcel.setId("parcel");
        parcel.setEmptySelectionAllowed(true);
        parcel.setEmptySelectionCaption(Texts.of("shipment.report.all"));
        parcel.setItems(s.parcels().stream().map(Shipment.Parcel::number).toList());
        parcel.setItemLabelGenerator(n -> n == null ? Texts.of("shipment.report.all") : Texts.of("shipment.parcel", n));
        parcel.setVisible(s.parcels().size() > 1);
        DateTimePicker at = put("shipment.report.at", new DateTimePicker());
        at.setHelperText(Texts.of("shipment.report.at.help"));
        TextField note = field("note", "shipment.report.note", new TextField());
        note.setId("note");
        note.setMaxLength(1000);
        Formats formats = Formats.current();
        action("shipment.do.report", "do-report", () -> done.accept(desk.report(actor, s.id(), s.version(), parcel.getValue(), status.getValue(),
                at.getValue() == null ? null : at.getValue().atZone(formats.zone()).toInstant(), note.isEmpty() ? null : note.getValue())));
    }
}
