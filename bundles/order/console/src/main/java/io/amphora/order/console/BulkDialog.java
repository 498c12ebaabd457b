package io.amphora.order.console;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import io.amphora.common.Actor;
import io.amphora.console.api.kit.Texts;
import io.amphora.order.api.BulkRun;
import io.amphora.order.api.OrderBulk;

/** A bulk run just begun. Closing it stops nothing: the bell and the page of runs go on showing it. */
final class BulkDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    BulkDialog(OrderBulk bulk, Actor actor, long run, Runnable whenEnded) {
        setHeaderTitle(Texts.of("order.bulk.running"));
        addClassName("bulk-dialog");
        Paragraph leave = new Paragraph(Texts.of("order.bulk.leave"));
        Runnable ended = () -> {
            setHeaderTitle(Texts.of("order.bulk.ended"));
            leave.setVisible(false);
        };
        add(new BulkRunPanel(bulk, actor, run, () -> {
            ended.run();
            whenEnded.run();
        }), leave);
        if (bulk.find(actor, run).state() != BulkRun.State.RUNNING) {
            ended.run();
        }
        Button runs = new Button(Texts.of("order.bulk.runs"), e -> {
            close();
            getUI().or(() -> java.util.Optional.ofNullable(com.vaadin.flow.component.UI.getCurrent())).ifPresent(ui -> ui.navigate(BulkRunsPage.class));
        });
        getFooter().add(runs, new Button(Texts.of("kit.close"), e -> close()));
    }
}
