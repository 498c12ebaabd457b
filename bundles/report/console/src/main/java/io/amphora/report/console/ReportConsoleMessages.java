package io.amphora.report.console;

import io.amphora.common.Messages;
import org.osgi.service.component.annotations.Component;

/** The texts of this bundle. */
@Component(service = Messages.class)
public final class ReportConsoleMessages extends Messages {
    public ReportConsoleMessages() {
        super("i18n.report-console");
    }
}
