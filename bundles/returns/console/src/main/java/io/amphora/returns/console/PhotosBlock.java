package io.amphora.returns.console;

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
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.Texts;
import io.amphora.console.api.kit.Toast;
import io.amphora.order.api.Attachment;
import io.amphora.order.api.OrderAttachments;
import io.amphora.returns.api.ReturnDesk;
import io.amphora.returns.api.ReturnPhotos;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;

/** Photos of a return: taken with the phone at the dock, or sent by the customer. A file is always saved, never shown by the browser. */
final class PhotosBlock extends Div {
    private static final long serialVersionUID = 1L;

    private final transient ReturnPhotos photos;
    private final transient OrderAttachments files;
    private final transient Actor actor;
    private final long returnId;
    private final Div list = new Div();

    PhotosBlock(ReturnPhotos photos, OrderAttachments files, Actor actor, long returnId) {
        this.photos = photos;
        this.files = files;
        this.actor = actor;
        this.returnId = returnId;
        list.addClassName("return-rows");
        setId("photos");
        add(list);
        if (Stream.of(ReturnDesk.REQUEST, ReturnDesk.DECIDE, ReturnDesk.RECEIVE).anyMatch(actor::may)) {
            add(upload());
        }
        show(photos.list(actor, returnId));
    }

    private void show(List<Attachment> all) {
        list.removeAll();
        all.forEach(a -> list.add(row(a)));
        if (all.isEmpty()) {
            Span none = new Span(Texts.of("returns.photo.none"));
            none.addClassName("muted");
            list.add(none);
        }
    }

    private Div row(Attachment a) {
        Anchor link = new Anchor();
        link.setText(a.fileName());
        link.setRouterIgnore(true);
        link.setHref((DownloadEvent event) -> download(event, a));
        Span about = new Span(a.uploadedBy() + " · " + Formats.current().dateTime(a.uploadedAt()));
        about.addClassName("muted");
        Div row = new Div(link, about);
        row.addClassName("return-two");
        return row;
    }

    private void download(DownloadEvent event, Attachment a) throws IOException {
        event.setFileName(a.fileName());
        event.setContentType(a.mediaType());
        event.setContentLength(a.size());
        event.getResponse().setHeader("X-Content-Type-Options", "nosniff");
        event.getResponse().setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
        files.read(actor, a.orderId(), a.id(), event.getOutputStream());
    }

    private Upload upload() {
        Upload upload = new Upload((UploadEvent event) -> receive(event));
        upload.setId("add-photo");
        upload.setAcceptedFileTypes(Stream.concat(Stream.of("image/*"), ReturnPhotos.ENDINGS.stream().sorted().map(e -> "." + e)).toArray(String[]::new));
        Button choose = new Button(Texts.of("returns.photo.add"));
        choose.addThemeVariants(ButtonVariant.LUMO_SMALL);
        upload.setUploadButton(choose);
        upload.setDropLabel(new Span(Texts.of("returns.photo.drop")));
        return upload;
    }

    /** On a request thread, without the lock of the page. */
    private void receive(UploadEvent event) throws IOException {
        try (InputStream body = event.getInputStream()) {
            photos.add(actor, returnId, event.getFileName(), body);
            List<Attachment> now = photos.list(actor, returnId);
            event.getUI().access(() -> show(now));
        } catch (AmphoraException e) {
            event.getUI().access(() -> Toast.error(e));
        }
    }
}
