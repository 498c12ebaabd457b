package io.amphora.report.console;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import io.amphora.common.Actor;
import io.amphora.console.api.kit.Icons;
import io.amphora.console.api.kit.Texts;
import io.amphora.report.api.Reports;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.ByteArrayOutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Downloads a report as CSV. */
final class CsvLink extends Anchor {
    private static final long serialVersionUID = 1L;

    CsvLink(Reports reports, Actor actor, Drill drill, Locale locale) {
        setText(Texts.of("report.csv"));
        addComponentAsFirst(new Icons("download"));
        addClassNames("button-link");
        getElement().setAttribute("download", drill.report() + ".csv");
        setHref(DownloadHandler.fromInputStream(event -> response(reports, actor, drill, locale)));
    }

    private static DownloadResponse response(Reports reports, Actor actor, Drill drill, Locale locale) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Writer writer = new OutputStreamWriter(bytes, StandardCharsets.UTF_8)) {
            reports.csv(actor, drill.report(), drill.parameters(), locale, writer);
        }
        return new DownloadResponse(new ByteArrayInputStream(bytes.toByteArray()), drill.report() + ".csv", "text/csv; charset=utf-8", bytes.size());
    }
}
