package io.amphora.fulfilment.console;

import com.vaadin.flow.component.html.Div;
import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.console.api.kit.Scan;
import io.amphora.console.api.kit.Texts;
import io.amphora.console.api.kit.Toast;
import io.amphora.fulfilment.api.Picking;
import io.amphora.fulfilment.api.PutBack;
import io.amphora.fulfilment.api.ShippingDesk;
import java.util.List;

/** What is to be put back: by scan at the shelf, or by a tap. The scan field stays as it is when the list changes: somebody may be typing. */
final class PutBackPanel extends Div {
    private static final long serialVersionUID = 1L;

    private final transient Picking picking;
    private final transient Actor actor;
    private final transient Runnable changed;
    private final Scan scan = new Scan("pick.put-back.scan", this::scanned);
    private final Div cards = new Div();

    PutBackPanel(Picking picking, Actor actor, Runnable changed) {
        this.picking = picking;
        this.actor = actor;
        this.changed = changed;
        scan.setId("scan-back");
        scan.setAutofocus(false);
        scan.setVisible(actor.may(ShippingDesk.FULFIL));
        cards.addClassName("pick-cards");
        add(ShipmentTexts.row("scan-row", scan), cards);
        addClassName("pick");
    }

    void show(List<PutBack> back) {
        cards.removeAll();
        back.forEach(p -> cards.add(new PutBackCard(p, () -> tapped(p))));
    }

    private void tapped(PutBack p) {
        if (Toast.guard(() -> picking.putBack(actor, p.id()))) {
            Toast.success("pick.put-back.done", p.sku());
        }
        changed.run();
    }

    private void scanned(String code) {
        try {
            PutBack p = picking.putBackScanned(actor, code);
            Toast.success("pick.put-back.done", p.sku());
            changed.run();
        } catch (AmphoraException e) {
            scan.accept(Texts.of(e.problems().get(0)));
            PickPanel.alarm(this);
        }
    }
}
