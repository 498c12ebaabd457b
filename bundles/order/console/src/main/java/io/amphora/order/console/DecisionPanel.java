package io.amphora.order.console;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.amphora.assignment.api.Decision;
import io.amphora.assignment.api.Reason;
import io.amphora.console.api.kit.Badge;
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.Texts;
import java.util.List;
import java.util.Map;

/** Why the order went where it went: winner, rule and bundle version, every candidate with its reason. */
final class DecisionPanel extends Div {
    private static final long serialVersionUID = 1L;

    private final transient Map<String, String> titles;

    /** @param titles of the rules that are there, by id, in the reader's language */
    DecisionPanel(List<Decision> decisions, Map<String, String> titles) {
        this.titles = titles;
        addClassName("decisions");
        if (decisions.isEmpty()) {
            Span none = new Span(Texts.of("order.decision.none"));
            none.addClassName("muted");
            add(none);
        }
        decisions.forEach(d -> add(decision(d)));
    }

    private Div decision(Decision d) {
        String bundle = d.bundle() == null ? "" : " · " + d.bundle() + " " + d.bundleVersion();
        Span rule = new Span(Texts.of("order.decision.rule", title(d.ruleId(), d.ruleTitle())) + bundle);
        Span when = new Span(Formats.current().dateTime(d.at()) + " · " + Texts.actor(d.by()));
        rule.addClassName("muted");
        when.addClassName("muted");
        UnorderedList candidates = new UnorderedList();
        d.candidates().forEach(c -> candidates.add(candidate(d, c)));
        UnorderedList asked = new UnorderedList();
        d.asked().forEach(a -> asked.add(new ListItem(title(a.ruleId(), a.title()) + ": " + Texts.orElse("order.decision." + a.outcome(), a.outcome()) + said(a.said(), a.text(), ", "))));
        Details why = new Details(Texts.of("order.decision.candidates", d.candidates().size()), candidates);
        Details rules = new Details(Texts.of("order.decision.asked", d.asked().size()), asked);
        Div box = new Div(new Div(said(d.said(), d.summary(), "")), new Div(rule), new Div(when), why, rules);
        box.addClassName("decision");
        return box;
    }

    /** As it was called then where the rule is gone. */
    private String title(String ruleId, String then) {
        return titles.getOrDefault(ruleId, then == null ? ruleId : then);
    }

    /** What came of it. */
    static String said(Decision d) {
        return said(d.said(), d.summary(), "");
    }

    /** In the reader's language while the bundle that brings it is there, else as it was said. */
    private static String said(Reason said, String text, String before) {
        String found = said == null || said.key() == null ? text : Texts.orElse(said.key(), text == null ? said.text() : text, said.arguments().toArray());
        return found == null || found.isEmpty() ? "" : before + found;
    }

    private static ListItem candidate(Decision d, Decision.Considered c) {
        ListItem item = new ListItem(new Span(c.name()));
        if (d.winner() != null && d.winner() == c.locationId()) {
            item.add(Badge.of(Badge.Tone.SUCCESS, "order.decision.winner"));
        }
        String facts = Texts.of("order.decision.facts", c.openOrders(), Texts.of(c.inStock() ? "order.decision.in-stock" : "order.decision.short"));
        Span text = new Span(c.reason() == null || c.reason().isEmpty() ? facts : said(c.said(), c.reason(), "") + " · " + facts);
        text.addClassName("muted");
        item.add(new Div(text));
        return item;
    }
}
