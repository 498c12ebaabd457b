package io.amphora.returns.console;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import io.amphora.common.Actor;
import io.amphora.console.api.kit.Texts;
import io.amphora.inventory.api.Location;
import io.amphora.returns.api.Disposition;
import io.amphora.returns.api.ItemCondition;
import io.amphora.returns.api.Return;
import io.amphora.returns.api.ReturnDesk;
import io.amphora.returns.api.ReturnDesk.Verdict;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Where goods that came go. What looks as new goes back on the shelf unless somebody says otherwise. */
final class InspectDialog extends ReturnDialog {
    private static final long serialVersionUID = 1L;

    private record Row(Return.Receipt receipt, BigDecimalField quantity, Select<Disposition> disposition) {
    }

    private final transient List<Row> rows = new ArrayList<>();
    private final Select<String> location;

    InspectDialog(ReturnDesk desk, Actor actor, Return r, List<Location> locations, Consumer<Return> done) {
        super(Texts.of("returns.inspect.title", r.number()));
        Map<String, String> names = new LinkedHashMap<>();
        names.put("", Texts.of("returns.where-from"));
        locations.forEach(l -> names.put(Long.toString(l.id()), l.name()));
        location = choice(names, "");
        r.lines().forEach(l -> l.receipts().stream().filter(t -> t.disposition() == null).forEach(t -> line(l, t)));
        form.add(put("location", "returns.restock-at", null, location));
        does("returns.do.inspect", () -> done.accept(desk.inspect(actor, r.id(), r.version(), read())));
    }

    private void line(Return.Line l, Return.Receipt t) {
        BigDecimalField quantity = number("returns.quantity-of", l.sku());
        quantity.setValue(t.quantity());
        quantity.setId("quantity-" + t.id());
        Disposition likely = t.condition() == ItemCondition.AS_NEW ? Disposition.RESTOCK : Disposition.QUARANTINE;
        Select<Disposition> disposition = choice("returns.disposition", List.of(Disposition.values()), likely);
        disposition.setAriaLabel(Texts.of("returns.disposition-of", l.sku()));
        disposition.setId("disposition-" + t.id());
        rows.add(new Row(t, quantity, disposition));
        form.add(row(two(l.name() == null ? l.sku() : l.name(), l.sku() + " · " + Texts.of("returns.condition", t.condition()) + (t.note() == null ? "" : " · " + t.note())), quantity, disposition));
    }

    private List<Verdict> read() {
        Long at = location.getValue() == null || location.getValue().isEmpty() ? null : Long.valueOf(location.getValue());
        List<Verdict> all = new ArrayList<>();
        rows.forEach(r -> errors.unbind("verdicts[" + rows.indexOf(r) + "]"));
        rows.stream().filter(r -> !r.quantity().isEmpty() && r.quantity().getValue().signum() != 0).forEach(r -> {
            errors.bind("verdicts[" + all.size() + "]", r.quantity());
            BigDecimal q = r.quantity().getValue();
            all.add(new Verdict(r.receipt().id(), q.compareTo(r.receipt().quantity()) == 0 ? null : q, r.disposition().getValue(), at));
        });
        return all;
    }
}
