package io.amphora.returns.console;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import io.amphora.common.Actor;
import io.amphora.console.api.kit.Texts;
import io.amphora.returns.api.Return;
import io.amphora.returns.api.ReturnDesk;
import io.amphora.returns.api.ReturnDesk.NewLine;
import io.amphora.returns.api.ReturnDesk.NewReturn;
import io.amphora.returns.api.ReturnKind;
import io.amphora.returns.api.ReturnOutcome;
import io.amphora.returns.api.ReturnReasons;
import io.amphora.returns.api.ReturnReasons.Reason;
import io.amphora.returns.api.Returnable;
import io.amphora.returns.api.Returns;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** What of an order comes back, and why. Without the mouse: quantity, Tab, reason, Tab, the next line; Ctrl-Enter asks for it. */
final class RequestDialog extends ReturnDialog {
    private static final long serialVersionUID = 1L;

    private record Row(Returnable.Line line, BigDecimalField quantity, Select<String> reason) {
    }

    private final transient Returns returns;
    private final transient ReturnReasons reasons;
    private final transient Actor actor;
    private final long order;
    private final Select<ReturnKind> kind = choice("returns.kind", List.of(ReturnKind.values()), ReturnKind.RETURN);
    private final Select<ReturnOutcome> wanted = choice("returns.outcome", List.of(ReturnOutcome.values()), ReturnOutcome.REFUND);
    private final Div lines = new Div();
    private final TextField note = new TextField();
    private final TextField override = new TextField();
    private final transient List<Row> rows = new ArrayList<>();
    private final String key = UUID.randomUUID().toString();

    RequestDialog(Returns returns, ReturnReasons reasons, ReturnDesk desk, Actor actor, long order, Consumer<Return> done) {
        super(Texts.of("returns.request.title"));
        this.returns = returns;
        this.reasons = reasons;
        this.actor = actor;
        this.order = order;
        put("kind", "returns.kind", "kind", kind);
        put("wanted", "returns.wanted", "wanted", wanted);
        put("note", "returns.note", "note", note);
        put("override", "returns.override", "overrideReason", override);
        override.setHelperText(Texts.of("returns.override.help"));
        note.setMaxLength(2000);
        form.add(pair(kind, wanted), lines, note, override);
        kind.addValueChangeListener(e -> show());
        does("returns.request", () -> done.accept(desk.request(actor, order, read(), key)));
        show();
    }

    private void show() {
        rows.forEach(r -> {
            errors.unbind("lines[" + rows.indexOf(r) + "]");
        });
        rows.clear();
        lines.removeAll();
        Returnable returnable = returns.returnable(actor, order, kind.getValue());
        Map<String, String> titles = new LinkedHashMap<>();
        reasons.list(actor).stream().filter(r -> r.active() && r.claim() == (kind.getValue() == ReturnKind.CLAIM)).forEach((Reason r) -> titles.put(r.code(), r.title(Texts.locale())));
        boolean may = actor.may(ReturnDesk.OVERRIDE);
        boolean any = false;
        for (Returnable.Line l : returnable.lines()) {
            boolean soft = l.problem() != null && (l.problem().code().equals("returns.too-late") || l.problem().code().equals("returns.excluded"));
            any |= soft && may;
            lines.add(line(l, titles, l.problem() == null || soft && may));
        }
        if (returnable.lines().isEmpty()) {
            lines.add(new Span(Texts.of("returns.none-possible")));
        }
        override.setVisible(any);
        rows.stream().findFirst().ifPresent(r -> r.quantity().focus());
    }

    private Div line(Returnable.Line l, Map<String, String> titles, boolean possible) {
        Div name = two(l.name() == null ? l.sku() : l.name(), l.sku() + " · " + Texts.of("returns.free", ReturnTexts.quantity(l.free(), l.unit()), ReturnTexts.quantity(l.quantity(), l.unit())));
        if (!possible) {
            Span why = new Span(Texts.of(l.problem()));
            why.addClassName("return-why");
            return row(name, why);
        }
        BigDecimalField quantity = number("returns.quantity-of", l.sku());
        quantity.setId("quantity-" + l.position());
        quantity.setPlaceholder("0");
        Select<String> reason = choice(titles, titles.keySet().stream().findFirst().orElse(null));
        reason.setId("reason-" + l.position());
        reason.setAriaLabel(Texts.of("returns.reason-of", l.sku()));
        errors.bind("lines[" + rows.size() + "]", quantity);
        rows.add(new Row(l, quantity, reason));
        Div row = row(name, quantity, reason);
        if (l.problem() != null) {
            Span why = new Span(Texts.of(l.problem()));
            why.addClassName("return-why");
            row.add(why);
        }
        return row;
    }

    private NewReturn read() {
        List<NewLine> wantedLines = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Row r = rows.get(i);
            errors.unbind("lines[" + i + "]");
            if (!r.quantity().isEmpty() && r.quantity().getValue().signum() != 0) {
                errors.bind("lines[" + wantedLines.size() + "]", r.quantity());
                wantedLines.add(new NewLine(r.line().orderLineId(), r.quantity().getValue(), r.reason().getValue(), null));
            }
        }
        return new NewReturn(kind.getValue(), wanted.getValue(), value(note), value(override), wantedLines);
    }
}
