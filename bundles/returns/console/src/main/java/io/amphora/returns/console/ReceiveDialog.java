package io.amphora.returns.console;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.console.api.kit.Scan;
import io.amphora.console.api.kit.Texts;
import io.amphora.returns.api.ItemCondition;
import io.amphora.returns.api.Return;
import io.amphora.returns.api.ReturnDesk;
import io.amphora.returns.api.ReturnDesk.Arrival;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Goods came: each scan of a SKU or a barcode counts one more of it, in the condition chosen. */
final class ReceiveDialog extends ReturnDialog {
    private static final long serialVersionUID = 1L;

    private record Row(Return.Line line, BigDecimalField quantity, Select<ItemCondition> condition) {
    }

    private final transient List<Row> rows = new ArrayList<>();
    private final transient UnaryOperator<String> sku;
    private final TextField note = new TextField();
    private final Scan scan = new Scan("returns.scan-goods", this::scanned);

    /** @param sku what a scanned code means */
    ReceiveDialog(ReturnDesk desk, Actor actor, Return r, UnaryOperator<String> sku, Consumer<Return> done) {
        super(Texts.of("returns.receive.title", r.number()));
        this.sku = sku;
        scan.setId("scan-goods");
        form.add(scan);
        Button all = new Button(Texts.of("returns.receive.all"), e -> rows.forEach(row -> row.quantity().setValue(row.line().outstanding())));
        all.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        all.addClassName("return-all");
        all.setId("all");
        form.add(all);
        r.lines().stream().filter(l -> l.outstanding().signum() > 0).forEach(this::line);
        form.add(put("note", "returns.note", null, note));
        does("returns.do.receive", () -> done.accept(desk.receive(actor, r.id(), r.version(), read())));
    }

    private void line(Return.Line l) {
        BigDecimalField quantity = number("returns.quantity-of", l.sku());
        quantity.setId("quantity-" + l.id());
        quantity.setPlaceholder("0");
        Select<ItemCondition> condition = choice("returns.condition", List.of(ItemCondition.values()), ItemCondition.AS_NEW);
        condition.setAriaLabel(Texts.of("returns.condition-of", l.sku()));
        condition.setId("condition-" + l.id());
        rows.add(new Row(l, quantity, condition));
        form.add(row(two(l.name() == null ? l.sku() : l.name(), l.sku() + " · " + Texts.of("returns.outstanding", ReturnTexts.quantity(l.outstanding(), l.unit()))), quantity, condition));
    }

    private void scanned(String code) {
        String meant = sku.apply(code);
        Row row = rows.stream().filter(r -> r.line().sku().equalsIgnoreCase(meant)).findFirst().orElse(null);
        if (row == null) {
            scan.accept(Texts.of("returns.scan-goods.unknown", code));
            return;
        }
        BigDecimal now = row.quantity().isEmpty() ? BigDecimal.ZERO : row.quantity().getValue();
        if (now.compareTo(row.line().outstanding()) >= 0) {
            scan.accept(Texts.of("returns.scan-goods.enough", code));
            return;
        }
        row.quantity().setValue(now.add(BigDecimal.ONE).min(row.line().outstanding()));
    }

    private List<Arrival> read() {
        List<Arrival> all = new ArrayList<>();
        rows.forEach(r -> errors.unbind("arrivals[" + rows.indexOf(r) + "]"));
        rows.stream().filter(r -> !r.quantity().isEmpty() && r.quantity().getValue().signum() != 0).forEach(r -> {
            errors.bind("arrivals[" + all.size() + "]", r.quantity());
            all.add(new Arrival(r.line().id(), r.quantity().getValue(), r.condition().getValue(), value(note)));
        });
        if (all.isEmpty()) {
            throw new AmphoraException.Invalid(Problem.of("arrivals", "returns.receive.none", "say how many of what arrived"));
        }
        return all;
    }
}
