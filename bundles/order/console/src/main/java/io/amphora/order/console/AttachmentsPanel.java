package io.amphora.order.console;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.UploadEvent;
import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.console.api.PagePanel;
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.Icons;
import io.amphora.console.api.kit.ReasonDialog;
import io.amphora.console.api.kit.Texts;
import io.amphora.console.api.kit.Toast;
import io.amphora.order.api.Attachment;
import io.amphora.order.api.OrderAttachments;
import io.amphora.order.api.OrderQueries;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/** On the order page: its files. A file is always saved, never shown by the browser. */
@org.osgi.service.component.annotations.Component(service = PagePanel.class)
public final class AttachmentsPanel implements PagePanel {
    private static final int ORDER = 45;
    private static final long KILO = 1024;

    private final OrderAttachments attachments;

    @Activate
    public AttachmentsPanel(@Reference OrderAttachments attachments) {
        this.attachments = attachments;
    }

    @Override
    public String page() {
        return "order";
    }

    @Override
    public Place place() {
        return Place.SIDE;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public String permission() {
        return OrderQueries.READ;
    }

    @Override
    public String title() {
        return "attachment.title";
    }

    @Override
    public Component create(Actor actor, String key) {
        long order = Long.parseLong(key);
        Div files = new Div();
        show(files, actor, order);
        Div box = new Div(files);
        box.addClassName("stack-tight");
        if (actor.may(OrderAttachments.ATTACH)) {
            box.add(upload(files, actor, order));
        }
        return box;
    }

    private void show(Div files, Actor actor, long order) {
        files.removeAll();
        attachments.list(actor, order).forEach(a -> files.add(file(files, actor, a)));
        if (files.getComponentCount() == 0) {
            Div none = new Div(Texts.of("attachment.none"));
            none.addClassName("muted");
            files.add(none);
        }
    }

    private Div file(Div files, Actor actor, Attachment a) {
        Anchor link = new Anchor();
        link.setText(a.fileName());
        link.setRouterIgnore(true);
        link.setHref((DownloadEvent event) -> download(event, actor, a));
        Formats formats = Formats.current();
        Span about = new Span(size(a.size()) + " · " + Texts.actor(a.uploadedBy()) + " · " + formats.dateTime(a.uploadedAt()));
        about.addClassName("muted");
        Div text = new Div(link, about);
        text.addClassName("two-lines");
        Div row = new Div(text);
        row.addClassName("file-row");
        if (actor.may(OrderAttachments.ATTACH)) {
            Button delete = new Button(new Icons("trash"), e -> ReasonDialog.confirm(Texts.of("attachment.delete.title", a.fileName()), Texts.of("attachment.delete.text"), "attachment.delete", () -> {
                Toast.guard(() -> attachments.delete(actor, a.orderId(), a.id()));
                show(files, actor, a.orderId());
            }).dangerous());
            delete.setAriaLabel(Texts.of("attachment.delete") + ": " + a.fileName());
            delete.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_ICON);
            row.add(delete);
        }
        return row;
    }

    private void download(DownloadEvent event, Actor actor, Attachment a) throws IOException {
        event.setFileName(a.fileName());
        event.setContentType(a.mediaType());
        event.setContentLength(a.size());
        event.getResponse().setHeader("X-Content-Type-Options", "nosniff");
        event.getResponse().setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
        attachments.read(actor, a.orderId(), a.id(), event.getOutputStream());
    }

    private Upload upload(Div files, Actor actor, long order) {
        Upload upload = new Upload((UploadEvent event) -> receive(event, files, actor, order));
        upload.setId("attach");
        upload.setAcceptedFileTypes(attachments.endings().stream().map(e -> "." + e).toArray(String[]::new));
        Button choose = new Button(Texts.of("attachment.add"));
        choose.addThemeVariants(ButtonVariant.LUMO_SMALL);
        upload.setUploadButton(choose);
        upload.setDropLabel(new Span(Texts.of("attachment.drop", size(attachments.maxBytes()))));
        return upload;
    }

    /** On a request thread, without the lock of the page. */
    private void receive(UploadEvent event, Div files, Actor actor, long order) throws IOException {
        try (InputStream body = event.getInputStream()) {
            attachments.add(actor, order, event.getFileName(), body);
            event.getUI().access(() -> show(files, actor, order));
        } catch (AmphoraException e) {
            event.getUI().access(() -> Toast.error(e));
        }
    }

    private static String size(long bytes) {
        boolean mega = bytes >= KILO * KILO;
        BigDecimal size = new BigDecimal(bytes).divide(new BigDecimal(mega ? KILO * KILO : KILO), 1, RoundingMode.HALF_UP).stripTrailingZeros();
        return Formats.current().number(size) + (mega ? " MB" : " kB");
    }
}
