package io.amphora.report.console;

import io.amphora.common.Actor;
import io.amphora.console.api.ConsoleMenu;
import io.amphora.console.api.MenuGroup;
import io.amphora.report.api.Reports;
import java.util.List;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** A menu entry per report, there as long as its bundle is. */
@Component(service = ConsoleMenu.class)
public final class ReportMenu implements ConsoleMenu {
    private static final Actor MENU = Actor.system("menu");
    private static final int ORDER = 50;

    private final Reports reports;
    private final ReportChanges changes;
    private final Runnable forward = this::changed;
    private volatile Runnable listener;

    @Activate
    public ReportMenu(@Reference Reports reports, @Reference ReportChanges changes) {
        this.reports = reports;
        this.changes = changes;
        changes.add(forward);
    }

    @Deactivate
    void stop() {
        changes.remove(forward);
    }

    @Override
    public List<Entry> entries(Locale locale) {
        return reports.list(MENU, locale).stream()
                .map(r -> new Entry(Drill.path(r.id()), r.info().title(), r.info().icon(), MenuGroup.REPORTS, ORDER, Reports.READ)).toList();
    }

    @Override
    public void onChange(Runnable changed) {
        listener = changed;
    }

    private void changed() {
        Runnable now = listener;
        if (now != null) {
            now.run();
        }
    }
}
