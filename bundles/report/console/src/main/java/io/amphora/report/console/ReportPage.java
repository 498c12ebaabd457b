package io.amphora.report.console;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.console.api.ConsoleRoute;
import io.amphora.console.api.ConsoleView;
import io.amphora.console.api.CurrentUser;
import io.amphora.console.api.kit.EmptyState;
import io.amphora.console.api.kit.Page;
import io.amphora.console.api.kit.Texts;
import io.amphora.report.api.ReportResult;
import io.amphora.report.api.Reports;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** One report: parameters, chart, table. Stays there, saying so, when the report's bundle is gone. */
@Component(service = ConsoleView.class, scope = ServiceScope.PROTOTYPE)
@ConsoleRoute(path = "report", title = "report.title", icon = "vaadin:chart", permission = Reports.READ)
public final class ReportPage extends Page implements ConsoleView, HasUrlParameter<String> {
    private static final long serialVersionUID = 1L;

    private final transient Reports reports;
    private final transient Executor background;
    private final transient Actor actor = CurrentUser.actor();
    private final Nav trail = new Nav();
    private final Paragraph description = new Paragraph();
    private final Div parameters = new Div();
    private final Div content = new Div();
    private transient Drill drill;
    private transient Reports.Entry shown;
    private int run;

    @Activate
    public ReportPage(@Reference Reports reports, @Reference ReportChanges changes, @Reference ReportThreads threads) {
        this(reports, changes, (Executor) threads);
    }

    ReportPage(Reports reports, ReportChanges changes, Executor background) {
        super("report.title");
        this.reports = reports;
        this.background = background;
        trail.addClassName("breadcrumb");
        trail.setAriaLabel(Texts.of("report.trail"));
        description.addClassName("report-description");
        parameters.addClassName("report-parameters");
        content.addClassName("report-content");
        Div body = new Div(trail, description, parameters, content);
        body.addClassName("report");
        grow(body);
        changes.follow(this, this::reportsChanged);
        setBack("reports");
    }

    @Override
    public void setParameter(BeforeEvent event, String id) {
        open(Drill.of(id, event.getLocation().getQueryParameters()));
    }

    void open(Drill to) {
        drill = to;
        List<Reports.Entry> all = reports.list(actor, Texts.locale());
        shown = all.stream().filter(e -> e.id().equals(to.report())).findFirst().orElse(null);
        showTrail(all);
        clearActions();
        parameters.removeAll();
        content.removeAll();
        if (shown == null) {
            showGone();
            return;
        }
        setTitle(shown.info().title());
        description.setText(shown.info().description());
        ParameterForm form = new ParameterForm(shown, drill.parameters(), this::ask);
        parameters.add(form);
        addAction(new CsvLink(reports, actor, drill, Texts.locale()));
        run(form);
    }

    /** A template came or went: matters only if it is this page's. */
    private void reportsChanged() {
        Reports.Entry now = reports.list(actor, Texts.locale()).stream().filter(e -> e.id().equals(drill.report())).findFirst().orElse(null);
        if (now == null ? shown != null : shown == null || !now.equals(shown)) {
            open(drill);
        }
    }

    private void ask(java.util.Map<String, String> values) {
        Drill next = drill.with(values);
        getUI().ifPresent(ui -> ui.navigate(next.path(), next.query()));
    }

    private void run(ParameterForm form) {
        int mine = ++run;
        Drill asked = drill;
        Locale locale = Texts.locale();
        ProgressBar progress = new ProgressBar();
        progress.setIndeterminate(true);
        progress.getElement().setAttribute("aria-label", Texts.of("report.running"));
        content.add(progress);
        UI ui = UI.getCurrent();
        background.execute(() -> {
            Outcome outcome = outcome(asked, locale);
            ui.access(() -> {
                if (mine == run) {
                    show(outcome, form);
                }
            });
        });
    }

    private record Outcome(ReportResult result, AmphoraException refusal) {
    }

    private Outcome outcome(Drill asked, Locale locale) {
        try {
            return new Outcome(reports.run(actor, asked.report(), asked.parameters(), locale), null);
        } catch (AmphoraException e) {
            return new Outcome(null, e);
        }
    }

    private void show(Outcome outcome, ParameterForm form) {
        content.removeAll();
        if (outcome.refusal() instanceof AmphoraException.NotFound) {
            showGone();
        } else if (outcome.refusal() != null) {
            form.show(outcome.refusal().problems());
        } else if (outcome.result().rows().isEmpty()) {
            content.add(new EmptyState("chart", "report.empty.title", "report.empty.text"));
        } else {
            showResult(outcome.result());
        }
    }

    private void showResult(ReportResult result) {
        ReportChart.of(result, shown.info().title()).ifPresent(chart -> {
            chart.addClickListener(e -> ReportChart.row(result, e.name(), e.seriesName(), e.dataIndex()).ifPresent(row -> into(result, row)));
            content.add(chart);
        });
        content.add(new ReportTable(result, drill, row -> into(result, row)));
    }

    private void into(ReportResult result, List<Object> row) {
        drill.into(result, row).ifPresent(target -> getUI().ifPresent(target::open));
    }

    private void showTrail(List<Reports.Entry> all) {
        trail.removeAll();
        trail.add(new ConsoleLink("reports", Texts.of("report.title")));
        for (int i = 0; i < drill.via().size(); i++) {
            Drill step = drill.back(i);
            String title = all.stream().filter(e -> e.id().equals(step.report())).map(e -> e.info().title()).findFirst().orElse(step.report());
            trail.add(new Span("›"), new ConsoleLink(new Drill.Target(step.path(), step.query()).href(), title));
        }
        if (shown != null) {
            Span here = new Span(shown.info().title());
            here.getElement().setAttribute("aria-current", "page");
            trail.add(new Span("›"), here);
        }
    }

    private void showGone() {
        setTitle(drill.report());
        description.setText("");
        String bundle = reports.bundleOf(actor, drill.report()).orElse(null);
        EmptyState gone = new EmptyState("puzzle-piece", "report.gone.title", "report.gone.text");
        gone.with(new Paragraph(bundle == null ? Texts.of("report.gone.unknown") : Texts.of("report.gone.bundle", bundle)));
        content.removeAll();
        content.add(gone.step("report.gone.step", () -> getUI().ifPresent(ui -> ui.navigate("reports"))));
    }
}
