package io.amphora.document.console;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import io.amphora.console.api.kit.Badge;
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.Texts;
import io.amphora.document.api.TemplateInfo;
import java.util.List;

/** The templates by kind, the first asked first, and how they have done since they came. */
@Tag("table")
final class TemplatesTable extends Component {
    private static final long serialVersionUID = 1L;

    TemplatesTable(List<TemplateInfo> templates) {
        getElement().getClassList().add("data-table");
        Element head = new Element("tr");
        List.of("kind", "from", "languages", "calls", "health").forEach(c -> head.appendChild(new Element("th").setAttribute("scope", "col").setText(Texts.of("document.template." + c))));
        Element body = new Element("tbody");
        templates.forEach(t -> body.appendChild(row(t)));
        getElement().appendChild(new Element("thead").appendChild(head), body);
    }

    private static Element row(TemplateInfo t) {
        Span id = new Span(t.id());
        id.addClassName("muted");
        Div name = new Div(new Span(Texts.of("document.kind." + t.kind().id())), id);
        name.addClassName("two-lines");
        Badge.Tone tone = switch (t.health()) {
            case "ok" -> Badge.Tone.SUCCESS;
            case "failing" -> Badge.Tone.WARNING;
            default -> Badge.Tone.ERROR;
        };
        Badge health = Badge.of(tone, "document.template.health." + t.health());
        if (t.lastError() != null) {
            health.getElement().setAttribute("title", t.lastError());
        }
        String from = t.ranking() == null ? Texts.of("document.template.shipped") : t.bundle() + " " + t.bundleVersion();
        return new Element("tr").appendChild(cell(name), cell(new Text(from)), cell(new Text(String.join(", ", t.languages()))), cell(new Text(Formats.current().number(t.calls()))), cell(health));
    }

    private static Element cell(Component content) {
        return new Element("td").appendChild(content.getElement());
    }
}
