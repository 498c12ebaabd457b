package io.amphora.order.console;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import io.amphora.console.api.kit.Badge;
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.Texts;
import io.amphora.order.api.ReviewChecks.CheckInfo;
import java.util.List;

/** The checks in the order they are asked, and how they have done since the server started. */
@Tag("table")
final class ChecksTable extends Component {
    private static final long serialVersionUID = 1L;

    ChecksTable(List<CheckInfo> checks) {
        getElement().getClassList().add("data-table");
        Element head = new Element("tr");
        List.of("check", "bundle", "asked", "found", "health").forEach(c -> head.appendChild(new Element("th").setAttribute("scope", "col").setText(Texts.of("order.review." + c))));
        Element body = new Element("tbody");
        checks.forEach(c -> body.appendChild(row(c)));
        getElement().appendChild(new Element("thead").appendChild(head), body);
    }

    private static Element row(CheckInfo check) {
        Span id = new Span(check.id());
        id.addClassName("muted");
        Div name = new Div(new Span(check.title()), id);
        name.addClassName("two-lines");
        Badge.Tone tone = switch (check.health()) {
            case "ok" -> Badge.Tone.SUCCESS;
            case "failing" -> Badge.Tone.WARNING;
            default -> Badge.Tone.ERROR;
        };
        Badge health = Badge.of(tone, "order.review.health." + check.health());
        if (check.lastError() != null) {
            health.getElement().setAttribute("title", check.lastError());
        }
        return new Element("tr").appendChild(cell(name), cell(new Text(check.bundle() == null ? "" : check.bundle() + " " + check.bundleVersion())),
                cell(new Text(Formats.current().number(check.asked()))), cell(new Text(Formats.current().number(check.found()))), cell(health));
    }

    private static Element cell(Component content) {
        return new Element("td").appendChild(content.getElement());
    }
}
