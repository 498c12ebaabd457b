package io.amphora.channel.console;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import io.amphora.channel.api.Inbox;
import io.amphora.channel.api.IncomingOrder;
import io.amphora.common.Actor;
import io.amphora.console.api.kit.FieldErrors;
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.ReasonDialog;
import io.amphora.console.api.kit.Texts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** An incoming order as it came, each problem beside its field: mend it, try again, or give it up. */
final class EntryDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    /** The fields of one line. */
    /** @param was as it came: what cannot be typed stays */
    private record LineFields(Div row, TextField sku, BigDecimalField quantity, BigDecimalField price, IncomingOrder.Line was) {
        IncomingOrder.Line edited() {
            return new IncomingOrder.Line(sku.isEmpty() ? null : sku.getValue().strip(), quantity.getValue(), price.getValue(), was.discountPercent(), was.discountAmount(), was.taxRate(), was.note());
        }
    }

    private final transient Inbox inbox;
    private final transient Actor actor;
    private final transient Runnable changed;
    private final FieldErrors errors = new FieldErrors();
    private final Map<String, TextField> texts = new LinkedHashMap<>();
    private final transient List<LineFields> lines = new ArrayList<>();
    private final Div rows = new Div();
    private final BigDecimalField total = new BigDecimalField();
    private transient Inbox.Entry entry;

    EntryDialog(Inbox inbox, Actor actor, Inbox.Entry entry, Runnable changed) {
        this.inbox = inbox;
        this.actor = actor;
        this.entry = entry;
        this.changed = changed;
        setHeaderTitle(entry.channel() + " · " + entry.order().externalId());
        setWidth("min(60rem, 96vw)");
        add(InboxPage.badge(entry.state()), errors, order(entry.order()));
        if (mendable()) {
            actions();
        }
        if (entry.orderId() != null) {
            getFooter().add(button("inbox.open-order", () -> {
                close();
                getUI().ifPresent(ui -> ui.navigate("order/" + entry.orderId()));
            }));
        }
        getFooter().add(new Button(Texts.of("kit.close"), e -> close()));
        errors.show(entry.problems());
    }

    private Component order(IncomingOrder o) {
        FormLayout fields = new FormLayout();
        fields.setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1), new FormLayout.ResponsiveStep("24rem", 2), new FormLayout.ResponsiveStep("42rem", 4));
        text(fields, "customerNumber", o.customerNumber());
        text(fields, "customerName", o.customerName());
        text(fields, "email", o.email());
        text(fields, "phone", o.phone());
        text(fields, "street", o.street());
        text(fields, "city", o.city());
        text(fields, "region", o.region());
        text(fields, "postalCode", o.postalCode());
        text(fields, "country", o.country());
        text(fields, "currency", o.currency());
        text(fields, "reference", o.reference());
        text(fields, "wishedDate", o.wishedDate());
        texts.get("wishedDate").setPlaceholder("2026-12-31");
        text(fields, "note", o.note());
        Div all = new Div(fields);
        o.lines().forEach(this::line);
        all.add(rows, owed(o));
        bindLines();
        if (mendable()) {
            Button more = button("inbox.line.add", () -> line(new IncomingOrder.Line(null, null, null)).focus());
            more.addThemeVariants(ButtonVariant.LUMO_SMALL);
            more.setId("entry-line-add");
            all.add(more);
        }
        return all;
    }

    /** What comes on top of the lines or off, and what the channel says all comes to. */
    private Component owed(IncomingOrder o) {
        Formats formats = Formats.current();
        IncomingOrder.Money m = o.money();
        List<String> parts = new ArrayList<>();
        m.charges().forEach(c -> parts.add((c.text() == null ? type(c.type()) : c.text()) + " " + (c.amount() == null ? "" : formats.number(c.amount()))));
        o.lines().forEach(l -> off(parts, String.valueOf(l.sku()) + ": ", l.discountPercent(), l.discountAmount()));
        off(parts, "", m.discountPercent(), m.discountAmount());
        total.setLabel(Texts.of("inbox.field.total"));
        total.setHelperText(Texts.of("inbox.field.total.help"));
        total.setValue(m.total());
        total.setId("entry-total");
        total.setClearButtonVisible(true);
        errors.bind("total", total);
        Div owed = new Div(new Span(String.join(" · ", parts)), total);
        owed.addClassName("inbox-owed");
        return owed;
    }

    private static String type(String type) {
        return type == null ? "–" : Texts.orElse("order.charge." + type.strip().toLowerCase(Locale.ROOT).replace('_', '-'), type);
    }

    private static void off(List<String> parts, String of, BigDecimal percent, BigDecimal amount) {
        if (percent != null) {
            parts.add(of + Texts.of("inbox.discount") + " " + Formats.current().number(percent) + " %");
        }
        if (amount != null) {
            parts.add(of + Texts.of("inbox.discount") + " " + Formats.current().number(amount));
        }
    }

    private void text(FormLayout fields, String name, String value) {
        TextField field = new TextField(Texts.of("inbox.field." + name));
        field.setValue(value == null ? "" : value);
        field.setId("entry-" + name);
        texts.put(name, field);
        errors.bind(name, field);
        fields.add(field);
    }

    /** @return where typing begins */
    private TextField line(IncomingOrder.Line line) {
        LineFields f = new LineFields(row(), new TextField(Texts.of("inbox.field.sku")), new BigDecimalField(Texts.of("inbox.field.quantity")), new BigDecimalField(Texts.of("inbox.field.unitPrice")), line);
        f.sku().setValue(line.sku() == null ? "" : line.sku());
        f.sku().setId("entry-sku-" + lines.size());
        f.quantity().setValue(line.quantity());
        f.price().setValue(line.unitPrice());
        f.row().add(f.sku(), f.quantity(), f.price());
        if (mendable()) {
            Button remove = button("inbox.line.remove", () -> {
                lines.remove(f);
                rows.remove(f.row());
            });
            remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            remove.setAriaLabel(Texts.of("inbox.line.remove") + " " + f.sku().getValue());
            f.row().add(remove);
        }
        lines.add(f);
        rows.add(f.row());
        return f.sku();
    }

    /** A removed line moves those behind it. */
    private void bindLines() {
        for (int i = 0; i < lines.size(); i++) {
            String path = "lines[" + i + "].";
            errors.bind(path + "sku", lines.get(i).sku()).bind(path + "quantity", lines.get(i).quantity()).bind(path + "unitPrice", lines.get(i).price());
        }
    }

    private boolean mendable() {
        return (entry.state() == Inbox.State.FAILED || entry.state() == Inbox.State.WAITING) && actor.may(Inbox.MANAGE);
    }

    private static Div row() {
        Div row = new Div();
        row.addClassName("inbox-line");
        return row;
    }

    private void actions() {
        Button mend = button("inbox.mend", () -> act(() -> inbox.mend(actor, entry.id(), entry.version(), edited())));
        mend.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        mend.setId("mend");
        Button drop = button("inbox.drop", () -> ReasonDialog.ask(Texts.of("inbox.drop.title"), Texts.of("inbox.drop.text"), "inbox.drop",
                reason -> act(() -> inbox.drop(actor, entry.id(), entry.version(), reason))).dangerous());
        getFooter().add(drop, button("inbox.retry", () -> act(() -> inbox.retry(actor, entry.id(), entry.version()))), mend);
    }

    private static Button button(String key, Runnable action) {
        return new Button(Texts.of(key), e -> action.run());
    }

    /** Closes when it became an order or was dropped; else shows what is wrong now. */
    private void act(Supplier<Inbox.Entry> useCase) {
        bindLines();
        if (errors.guard(() -> entry = useCase.get())) {
            changed.run();
            if (entry.state() == Inbox.State.FAILED) {
                errors.show(entry.problems());
            } else {
                close();
            }
        }
    }

    private IncomingOrder edited() {
        return new IncomingOrder(entry.order().externalId(), value("customerNumber"), value("customerName"), value("email"), value("phone"), value("street"), value("city"), value("region"),
                value("postalCode"), value("country"), value("currency"), value("reference"), value("note"),
                lines.stream().map(LineFields::edited).toList(),
                value("wishedDate"), money());
    }

    private IncomingOrder.Money money() {
        IncomingOrder.Money m = entry.order().money();
        return new IncomingOrder.Money(m.discountPercent(), m.discountAmount(), m.charges(), m.pricesIncludeTax(), total.getValue());
    }

    private String value(String name) {
        String text = texts.get(name).getValue().strip();
        return text.isEmpty() ? null : text;
    }
}
