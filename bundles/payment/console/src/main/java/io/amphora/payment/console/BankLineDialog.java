package io.amphora.payment.console;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Money;
import io.amphora.console.api.kit.Facts;
import io.amphora.console.api.kit.FieldErrors;
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.ReasonDialog;
import io.amphora.console.api.kit.Texts;
import io.amphora.console.api.kit.Toast;
import io.amphora.order.api.OrderQueries;
import io.amphora.payment.api.BankLine;
import io.amphora.payment.api.BankLines;
import io.amphora.payment.api.PaymentDesk;

/** A bank line that fits no order: a person says which it pays for, or that it pays for none. */
final class BankLineDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    private final transient BankLines lines;
    private final transient OrderQueries orders;
    private final transient Actor actor;
    private final transient BankLine line;
    private final transient Runnable changed;
    private final FieldErrors errors = new FieldErrors();
    private final TextField number = new TextField(Texts.of("payment.line.order"));

    BankLineDialog(BankLines lines, OrderQueries orders, Actor actor, BankLine line, Runnable changed) {
        this.lines = lines;
        this.orders = orders;
        this.actor = actor;
        this.line = line;
        this.changed = changed;
        Formats f = Formats.current();
        setHeaderTitle(Texts.of("payment.line.title"));
        add(new Facts().add("payment.field.reference", line.reference()).add("payment.payer", line.payer()).add("payment.field.amount", f.money(Money.of(line.amount(), line.currency())))
                .add("payment.booked", f.date(line.bookedOn())), errors);
        if (line.reason() != null) {
            Paragraph why = new Paragraph(Texts.of(line.reason()));
            why.addClassName("muted");
            add(why);
        }
        getFooter().add(new Button(Texts.of("kit.close"), e -> close()));
        if (actor.may(PaymentDesk.TAKE)) {
            offer();
        }
    }

    private void offer() {
        number.setId("order-number");
        number.setWidthFull();
        number.setAutofocus(true);
        errors.bind("order", number);
        add(number);
        Button assign = new Button(Texts.of("payment.line.assign"), e -> assign());
        assign.setId("assign");
        assign.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Button drop = new Button(Texts.of("payment.line.drop"), e -> ReasonDialog.ask(Texts.of("payment.line.drop"), Texts.of("payment.line.drop.text"), "payment.line.drop", reason -> {
            if (Toast.guard(() -> lines.drop(actor, line.id(), line.version(), reason))) {
                done();
            }
        }).dangerous());
        drop.setId("drop");
        getFooter().add(drop, assign);
    }

    private void assign() {
        if (errors.guard(() -> {
            long order = orders.findByNumber(actor, number.getValue().strip()).orElseThrow(() -> new AmphoraException.NotFound("order", number.getValue().strip())).id();
            lines.assign(actor, line.id(), line.version(), order);
        })) {
            done();
        }
    }

    private void done() {
        close();
        changed.run();
    }
}
