package io.amphora.returns.console;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.amphora.catalog.api.Products;
import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.console.api.kit.Texts;
import io.amphora.returns.api.RefundQuote;
import io.amphora.returns.api.Return;
import io.amphora.returns.api.ReturnDesk;
import io.amphora.returns.api.ReturnDesk.NewSettlement;
import io.amphora.returns.api.ReturnKind;
import io.amphora.returns.api.ReturnOutcome;
import io.amphora.returns.api.Returns;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What the customer gets; below it how that is computed, anew with every change. */
final class SettleDialog extends ReturnDialog {
    private static final long serialVersionUID = 1L;

    private final transient Returns returns;
    private final transient Actor actor;
    private final transient Return shown;
    private final Select<ReturnOutcome> outcome;
    private final transient Map<Long, BigDecimalField> quantities = new LinkedHashMap<>();
    private final BigDecimalField charges = new BigDecimalField();
    private final BigDecimalField fee = new BigDecimalField();
    private final Div money;
    private final Checkbox byHand = new Checkbox(Texts.of("returns.by-hand"));
    private final ExchangeLines lines;
    private final TextField note = new TextField();
    private final MoneyBlock block = new MoneyBlock();

    SettleDialog(Returns returns, ReturnDesk desk, Products products, Actor actor, Return r, Consumer<Return> done) {
        super(Texts.of("returns.settle.title", r.number()));
        this.returns = returns;
        this.actor = actor;
        this.shown = r;
        List<ReturnOutcome> possible = new ArrayList<>(List.of(ReturnOutcome.values()));
        if (r.kind() == ReturnKind.CLAIM) {
            possible.remove(ReturnOutcome.REPAIR);
        }
        outcome = put("outcome", "returns.outcome", "outcome", choice("returns.outcome", possible, possible.contains(r.wanted()) ? r.wanted() : ReturnOutcome.REFUND));
        form.add(outcome);
        r.lines().forEach(this::line);
        lines = new ExchangeLines(products, actor, errors, this::compute);
        money = pair(put("charges", "returns.money.charges", "charges", charges), put("fee", "returns.money.fee", "fee", fee));
        byHand.setId("by-hand");
        form.add(lines, money, byHand, put("settle-note", "returns.note", "note", note), block);
        outcome.addValueChangeListener(e -> show());
        List.of(charges, fee).forEach(f -> {
            f.setValueChangeMode(ValueChangeMode.LAZY);
            f.addValueChangeListener(e -> compute());
        });
        does("returns.do.settle", () -> done.accept(desk.settle(actor, r.id(), r.version(), wanted())));
        show();
    }

    private void line(Return.Line l) {
        BigDecimal most = shown.kind() == ReturnKind.CLAIM ? l.requested() : l.inspected();
        BigDecimalField quantity = number("returns.quantity-of", l.sku());
        quantity.setValue(most);
        quantity.setId("settle-" + l.id());
        quantity.setValueChangeMode(ValueChangeMode.LAZY);
        quantity.addValueChangeListener(e -> compute());
        errors.bind("quantities." + l.id(), quantity);
        quantities.put(l.id(), quantity);
        form.add(row(two(l.name() == null ? l.sku() : l.name(), l.sku()), quantity, new com.vaadin.flow.component.html.Span(Texts.of("returns.of", ReturnTexts.quantity(most, l.unit())))));
    }

    private void show() {
        boolean credits = outcome.getValue().credits();
        money.setVisible(credits);
        byHand.setVisible(outcome.getValue() == ReturnOutcome.REFUND || outcome.getValue() == ReturnOutcome.EXCHANGE);
        lines.setVisible(outcome.getValue() == ReturnOutcome.EXCHANGE);
        block.setVisible(credits);
        compute();
    }

    /** What stands in the way of a quote stands beside its field. */
    private void compute() {
        errors.clear();
        try {
            RefundQuote quote = returns.quote(actor, shown.id(), wanted());
            block.show(quote);
            charges.setPlaceholder(quote.charges().amount().toPlainString());
            charges.setHelperText(Texts.of("returns.at-most", io.amphora.console.api.kit.Formats.current().money(quote.mostCharges())));
            fee.setPlaceholder(quote.fee().amount().toPlainString());
        } catch (AmphoraException e) {
            block.removeAll();
            errors.show(e.problems());
        }
    }

    private NewSettlement wanted() {
        Map<Long, BigDecimal> wanted = new LinkedHashMap<>();
        quantities.forEach((id, field) -> wanted.put(id, field.isEmpty() ? BigDecimal.ZERO : field.getValue()));
        return new NewSettlement(outcome.getValue(), wanted, charges.getValue(), fee.getValue(), byHand.isVisible() && byHand.getValue(),
                outcome.getValue() == ReturnOutcome.EXCHANGE ? lines.lines() : null, value(note));
    }
}
