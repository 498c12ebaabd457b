package io.amphora.payment.console;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.amphora.common.Actor;
import io.amphora.console.api.kit.Texts;
import io.amphora.payment.api.Payment;
import io.amphora.payment.api.PaymentAction;
import io.amphora.payment.api.PaymentDesk;
import io.amphora.payment.api.PaymentDesk.NewPayment;
import io.amphora.payment.api.PaymentKind;
import io.amphora.payment.api.PaymentMethod;
import io.amphora.payment.api.PaymentPosition;
import io.amphora.payment.api.PaymentTerms;
import io.amphora.payment.api.Payments;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Opens the dialog of what somebody wants to do with a payment. */
final class PaymentActions {
    private final Payments payments;
    private final PaymentDesk desk;
    private final Actor actor;
    private final Runnable changed;

    /** @param changed asked to show anew what changed */
    PaymentActions(Payments payments, PaymentDesk desk, Actor actor, Runnable changed) {
        this.payments = payments;
        this.desk = desk;
        this.actor = actor;
        this.changed = changed;
    }

    void open(Payment p, PaymentAction action) {
        switch (action) {
            case AUTHORISE -> authorise(p);
            case CAPTURE -> capture(p);
            case RECEIVE -> receive(p);
            case CANCEL -> cancel(p);
            case REFUND -> refund(p);
        }
    }

    private MoneyDialog dialog(String name) {
        MoneyDialog dialog = new MoneyDialog("payment.do." + name);
        dialog.addOpenedChangeListener(e -> {
            if (!e.isOpened()) {
                changed.run();
            }
        });
        return dialog;
    }

    private Map<String, String> gateways() {
        Map<String, String> labels = new LinkedHashMap<>();
        payments.gateways(actor, Texts.locale()).forEach(g -> labels.put(g.id(), g.title()));
        return labels;
    }

    private void authorise(Payment p) {
        MoneyDialog d = dialog("authorise");
        Select<String> gateway = d.choice("gateway", gateways());
        d.action("payment.do.authorise", "do", true, () -> desk.authorise(actor, p.id(), p.version(), gateway.getValue(), null)).open();
    }

    private void capture(Payment p) {
        MoneyDialog d = dialog("capture");
        BigDecimalField amount = d.amount(p.amount().rounded().amount());
        d.action("payment.do.capture", "do", true, () -> desk.capture(actor, p.id(), p.version(), amount.getValue(), null)).open();
    }

    private void receive(Payment p) {
        MoneyDialog d = dialog("receive");
        Map<String, String> methods = new LinkedHashMap<>();
        List.of(PaymentMethod.BANK_TRANSFER, PaymentMethod.CASH, PaymentMethod.CASH_ON_DELIVERY).forEach(m -> methods.put(m.name(), Texts.of("payment.method", m)));
        Select<String> method = d.choice("method", methods);
        if (methods.containsKey(p.method().name())) {
            method.setValue(p.method().name());
        }
        BigDecimalField amount = d.amount(p.amount().rounded().amount());
        TextField reference = d.text("reference");
        d.action("payment.do.receive", "do", true, () -> desk.receive(actor, p.id(), p.version(), PaymentMethod.valueOf(method.getValue()), amount.getValue(), MoneyDialog.value(reference), null))
                .open();
    }

    private void cancel(Payment p) {
        MoneyDialog d = dialog("cancel");
        TextArea reason = d.reason();
        d.action("payment.do.cancel", "do", true, () -> desk.cancel(actor, p.id(), p.version(), reason.getValue(), null)).open();
    }

    private void refund(Payment p) {
        MoneyDialog d = dialog("refund");
        BigDecimalField amount = d.amount(p.refundable().rounded().amount());
        TextArea reason = d.reason();
        Checkbox byHand = p.method() == PaymentMethod.GATEWAY ? d.check("by-hand") : null;
        if (byHand != null && !gateways().containsKey(p.gatewayId())) {
            byHand.setValue(true);
            byHand.setHelperText(Texts.of("payment.gateway-gone", p.gatewayTitle()));
        }
        d.action("payment.do.refund", "do", true, () -> desk.refund(actor, p.id(), p.version(), amount.getValue(), byHand == null || byHand.getValue(), reason.getValue(), null)).open();
    }

    void confirm(Payment p) {
        MoneyDialog d = dialog("confirm");
        TextField reference = d.text("reference");
        d.action("payment.do.declined", "declined", false, () -> desk.confirm(actor, p.id(), p.version(), false, MoneyDialog.value(reference)));
        d.action("payment.do.ask-again", "ask-again", false, () -> desk.askAgain(actor, p.id(), p.version()));
        d.action("payment.do.approved", "do", true, () -> desk.confirm(actor, p.id(), p.version(), true, MoneyDialog.value(reference))).open();
    }

    void add(PaymentPosition position) {
        MoneyDialog d = dialog("add");
        Map<String, String> kinds = new LinkedHashMap<>();
        List.of(PaymentKind.DEPOSIT, PaymentKind.PART).forEach(k -> kinds.put(k.name(), Texts.of("payment.kind", k)));
        Select<String> kind = d.choice("kind", kinds);
        BigDecimalField amount = d.amount(null);
        DatePicker due = d.date("due-on");
        TextField note = d.text("note");
        d.action("payment.do.add", "do", true, () -> desk.add(actor, position.orderId(),
                new NewPayment(PaymentKind.valueOf(kind.getValue()), PaymentMethod.OPEN, null, amount.getValue(), due.getValue(), MoneyDialog.value(note)), null)).open();
    }

    void terms(PaymentPosition position) {
        MoneyDialog d = dialog("terms");
        Map<String, String> labels = new LinkedHashMap<>();
        List.of(PaymentTerms.values()).forEach(t -> labels.put(t.name(), Texts.of("payment.terms", t)));
        Select<String> terms = d.choice("terms", labels);
        if (position.terms() != null) {
            terms.setValue(position.terms().name());
        }
        d.action("payment.do.terms", "do", true, () -> desk.terms(actor, position.orderId(), position.version(), PaymentTerms.valueOf(terms.getValue()))).open();
    }
}
