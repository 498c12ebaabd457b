package io.amphora.document.console;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import io.amphora.common.AmphoraException;
import io.amphora.document.api.Pdf;
import java.io.ByteArrayInputStream;
import java.util.function.Supplier;

/** Opens a PDF beside the console, made or read when somebody follows the link. */
final class PdfLink extends Anchor {
    private static final long serialVersionUID = 1L;

    PdfLink(String text, Supplier<Pdf> pdf) {
        setText(text);
        setTarget(AnchorTarget.BLANK);
        setRouterIgnore(true);
        setHref(DownloadHandler.fromInputStream(event -> response(pdf)).inline());
    }

    private static DownloadResponse response(Supplier<Pdf> pdf) {
        try {
            Pdf made = pdf.get();
            return new DownloadResponse(new ByteArrayInputStream(made.content()), made.fileName(), "application/pdf", made.content().length);
        } catch (AmphoraException e) {
            // the order has moved on since the page was drawn
            return DownloadResponse.error(HttpStatusCode.CONFLICT, e.getMessage());
        }
    }
}
