package io.amphora.audit.console;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.streams.DownloadHandler;
import io.amphora.audit.api.AuditFilter;
import io.amphora.audit.api.AuditLog;
import io.amphora.common.Actor;
import io.amphora.console.api.kit.Icons;
import io.amphora.console.api.kit.Texts;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** Downloads what the filter shows, however much it is. */
final class CsvLink extends Anchor {
    private static final long serialVersionUID = 1L;

    CsvLink(AuditLog log, Actor actor, Supplier<AuditFilter> filter) {
        setText(Texts.of("audit.csv"));
        addComponentAsFirst(new Icons("download"));
        addClassNames("button-link");
        getElement().setAttribute("download", "audit.csv");
        setHref((DownloadHandler) event -> {
            event.setFileName("audit.csv");
            event.setContentType("text/csv; charset=utf-8");
            try (Writer writer = new OutputStreamWriter(event.getOutputStream(), StandardCharsets.UTF_8)) {
                log.csv(actor, filter.get(), writer);
            }
        });
    }
}
