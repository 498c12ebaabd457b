package io.amphora.transfer.console;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import io.amphora.console.api.kit.Facts;
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.Texts;
import io.amphora.transfer.api.Outcome;

/** What a run did or would do, in numbers. */
final class OutcomeView extends Div {
    private static final long serialVersionUID = 1L;

    OutcomeView(Outcome o) {
        Formats formats = Formats.current();
        Facts facts = new Facts().inline().add("transfer.lines", formats.number(o.lines())).add("transfer.accepted", formats.number(o.accepted()))
                .add("transfer.rejected", formats.number(o.rejected())).add("transfer.skipped", formats.number(o.skipped()));
        for (Outcome.Effect e : o.effects()) {
            if (e.created() + e.changed() + e.unchanged() == 0) {
                continue;
            }
            if (e.what().equals("waiting-order")) {
                // nothing is there that could be changed
                facts.add("transfer.effect.waiting-order", formats.number(e.created()));
                continue;
            }
            facts.add("transfer.effect." + e.what(), Texts.of("transfer.effect", formats.number(e.created()), formats.number(e.changed()), formats.number(e.unchanged())));
        }
        for (Outcome.Amount a : o.amounts()) {
            facts.add("transfer.amount", formats.number(a.total()) + " " + a.currency());
        }
        if (o.from() != null) {
            facts.add("transfer.period", formats.date(o.from()) + " – " + formats.date(o.to()));
        }
        facts.setId("outcome");
        add(facts);
        if (!o.examples().isEmpty()) {
            UnorderedList list = new UnorderedList();
            o.examples().forEach(c -> list.add(new ListItem(c.key() + " · " + c.field() + ": " + shown(c.from()) + " → " + shown(c.to()))));
            add(new Details(Texts.of("transfer.examples"), list));
        }
    }

    private static String shown(String text) {
        return text == null || text.isEmpty() ? "–" : text;
    }
}
