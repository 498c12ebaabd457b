package io.amphora.returns.console;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.Texts;
import io.amphora.returns.api.ReturnRow;
import java.util.List;

/** A few returns below each other, on the pages of other things. */
final class ReturnList extends Div {
    private static final long serialVersionUID = 1L;

    /** @param withOrder whether they are of several orders */
    ReturnList(List<ReturnRow> rows, boolean withOrder) {
        addClassName("return-rows");
        Formats f = Formats.current();
        rows.forEach(r -> {
            Span number = new Span(r.number());
            number.addClassName("strong");
            Span what = new Span((withOrder ? r.orderNumber() + " · " : "") + Texts.of("returns.kind", r.kind()) + " · " + Texts.of("returns.outcome", r.wanted()) + " · " + f.date(r.createdAt()));
            what.addClassNames("muted", "grow");
            Anchor row = new Anchor("return/" + r.id(), number, what);
            row.addClassName("return-row");
            if (r.credit() != null && r.credit().amount().signum() != 0) {
                Span credit = new Span(f.money(r.credit()));
                credit.addClassName("number");
                row.add(credit);
            }
            row.add(ReturnTexts.badge(r.state()));
            add(row);
        });
    }
}
