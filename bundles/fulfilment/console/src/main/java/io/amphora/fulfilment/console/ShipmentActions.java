package io.amphora.fulfilment.console;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import io.amphora.common.Actor;
import io.amphora.console.api.kit.Page;
import io.amphora.console.api.kit.ReasonDialog;
import io.amphora.console.api.kit.Texts;
import io.amphora.console.api.kit.Toast;
import io.amphora.fulfilment.api.Shipment;
import io.amphora.fulfilment.api.ShipmentAction;
import io.amphora.fulfilment.api.ShippingDesk;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What can be done with a shipment, as buttons of its page; what is not possible now is disabled and says why. */
final class ShipmentActions {
    private final ShippingDesk desk;
    private final Actor actor;
    private final Shipment s;
    private final Consumer<Shipment> done;

    ShipmentActions(ShippingDesk desk, Actor actor, Shipment s, Consumer<Shipment> done) {
        this.desk = desk;
        this.actor = actor;
        this.s = s;
        this.done = done;
    }

    void on(Page page, Component owner) {
        if (!actor.may(ShippingDesk.FULFIL)) {
            return;
        }
        switch (s.state()) {
            case PREPARING -> {
                button(page.primary("shipment.do.label", () -> LabelDialog.offers(desk, actor, s, done).open()), "label", ShipmentAction.LABEL);
                button(page.action("shipment.do.by-hand", () -> LabelDialog.byHand(desk, actor, s, done).open()), "by-hand", ShipmentAction.LABEL);
                button(page.action("shipment.do.pack", () -> owner.getUI().ifPresent(ui -> ui.navigate("pack/" + s.orderId()))), "pack", ShipmentAction.PACK);
                button(page.action("shipment.do.cancel", () -> back(ShipmentAction.CANCEL)), "cancel", ShipmentAction.CANCEL);
            }
            case LABELLED -> {
                button(page.primary("shipment.do.ship", () -> run(() -> desk.ship(actor, s.id(), s.version()))), "ship", ShipmentAction.SHIP);
                button(page.action("shipment.do.unlabel", () -> back(ShipmentAction.UNLABEL)), "unlabel", ShipmentAction.UNLABEL);
                button(page.action("shipment.do.cancel", () -> back(ShipmentAction.CANCEL)), "cancel", ShipmentAction.CANCEL);
            }
            default -> {
                if (s.state().underWay()) {
                    Dialog report = new ReportDialog(desk, actor, s, done);
                    page.primary("shipment.do.report", report::open).setId("report");
                }
            }
        }
    }

    private void button(Button button, String id, ShipmentAction action) {
        button.setId(id);
        boolean possible = desk.possible(s).contains(action) || desk.onlyByHand(s).contains(action);
        Page.disable(button, possible ? null : Texts.of("shipment.waits", Texts.of("shipment.action", s.pending())));
    }

    private void back(ShipmentAction action) {
        boolean byHand = desk.onlyByHand(s).contains(action);
        String text = byHand ? "shipment.back.by-hand" : s.carrierId() != null ? "shipment.back.asks" : "shipment.back.text";
        String key = action == ShipmentAction.CANCEL ? "shipment.do.cancel" : "shipment.do.unlabel";
        ReasonDialog.confirm(Texts.of(key) + ": " + s.number(), Texts.of(text, s.carrier() == null ? "" : s.carrier()), key,
                () -> run(() -> action == ShipmentAction.CANCEL ? desk.cancel(actor, s.id(), s.version(), byHand) : desk.unlabel(actor, s.id(), s.version(), byHand))).dangerous();
    }

    private void run(Supplier<Shipment> work) {
        Toast.guard(() -> done.accept(work.get()));
    }
}
