package io.amphora.report.console;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.amphora.console.api.ConsoleRoute;
import io.amphora.console.api.ConsoleView;
import io.amphora.console.api.CurrentUser;
import io.amphora.console.api.MenuGroup;
import io.amphora.console.api.kit.EmptyState;
import io.amphora.console.api.kit.Icons;
import io.amphora.console.api.kit.Page;
import io.amphora.console.api.kit.Texts;
import io.amphora.report.api.Reports;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** All reports that are there, as cards; follows bundles that come and go. */
@Component(service = ConsoleView.class, scope = ServiceScope.PROTOTYPE)
@ConsoleRoute(path = "reports", title = "report.title", icon = "vaadin:chart", group = MenuGroup.REPORTS, order = 10, permission = Reports.READ)
public final class ReportsPage extends Page implements ConsoleView {
    private static final long serialVersionUID = 1L;

    private final transient Reports reports;
    private final Div content = new Div();

    @Activate
    public ReportsPage(@Reference Reports reports, @Reference ReportChanges changes) {
        super("report.title");
        this.reports = reports;
        content.addClassName("report-cards");
        grow(content);
        changes.follow(this, this::show);
        show();
    }

    private void show() {
        content.removeAll();
        List<Reports.Entry> entries = reports.list(CurrentUser.actor(), Texts.locale());
        if (entries.isEmpty()) {
            content.add(new EmptyState("chart", "report.none.title", "report.none.text"));
            return;
        }
        UnorderedList cards = new UnorderedList();
        cards.addClassName("cards");
        entries.forEach(e -> cards.add(card(e)));
        content.add(cards);
    }

    private static ListItem card(Reports.Entry entry) {
        H2 title = new H2(new ConsoleLink(Drill.path(entry.id()), entry.info().title()));
        title.addClassName("card-title");
        Div head = new Div(new Icons(entry.info().icon()), title);
        head.addClassName("card-head");
        Span bundle = new Span(Texts.of("report.brought-by", entry.bundle(), entry.bundleVersion()));
        bundle.addClassName("card-note");
        ListItem card = new ListItem(head, new Paragraph(entry.info().description()), bundle);
        card.addClassName("card");
        card.setId("report-" + entry.id());
        return card;
    }
}
