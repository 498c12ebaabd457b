package io.amphora.report.console;

import io.amphora.common.Actor;
import io.amphora.console.api.ConsoleCommands;
import io.amphora.report.api.Reports;
import java.util.List;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Finds reports by a part of their title. */
@Component(service = ConsoleCommands.class)
public final class ReportCommands implements ConsoleCommands {
    private static final int MOST = 10;

    private final Reports reports;

    @Activate
    public ReportCommands(@Reference Reports reports) {
        this.reports = reports;
    }

    @Override
    public List<Command> find(Actor actor, String text, Locale locale) {
        if (!actor.may(Reports.READ)) {
            return List.of();
        }
        String part = text.toLowerCase(locale);
        return reports.list(actor, locale).stream().filter(r -> r.info().title().toLowerCase(locale).contains(part) || r.id().contains(part)).limit(MOST)
                .map(r -> new Command("report.title", r.info().title(), "", r.info().icon(), Drill.path(r.id()))).toList();
    }
}
