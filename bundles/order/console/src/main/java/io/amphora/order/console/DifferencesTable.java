package io.amphora.order.console;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.dom.Element;
import io.amphora.console.api.kit.Texts;
import io.amphora.order.api.OrderAmendments.Difference;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Before and after, side by side. */
@Tag("table")
final class DifferencesTable extends Component {
    private static final long serialVersionUID = 1L;
    private static final Pattern LINE = Pattern.compile("lines\\[(.*)](?:\\.(\\w+))?");

    DifferencesTable(List<Difference> differences) {
        getElement().getClassList().add("data-table");
        getElement().getClassList().add("differences");
        Element body = new Element("tbody");
        differences.forEach(d -> body.appendChild(new Element("tr").appendChild(cell("what", what(d.field())), cell("before", value(d.field(), d.before())), cell("after", value(d.field(), d.after())))));
        getElement().appendChild(body);
    }

    private static String value(String field, String value) {
        return field.equals("charges") ? ChargeTexts.named(value) : value;
    }

    private static String what(String field) {
        Matcher line = LINE.matcher(field);
        if (!line.matches()) {
            return Texts.orElse("order.field." + field, field);
        }
        return line.group(2) == null ? line.group(1) : line.group(1) + " · " + Texts.orElse("order.field." + line.group(2), line.group(2));
    }

    private static Element cell(String name, String text) {
        Element cell = new Element("td").appendChild(new Text(text == null ? "—" : text).getElement());
        cell.getClassList().add("col-" + name);
        return cell;
    }
}
