package io.amphora.fulfilment.console;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.console.api.kit.Texts;
import io.amphora.document.api.DocumentKind;
import io.amphora.document.api.DocumentRequest;
import io.amphora.document.api.Documents;
import io.amphora.document.api.Pdf;
import io.amphora.fulfilment.api.Shipment;
import java.io.ByteArrayInputStream;

/** What is printed for a shipment; kept copies are issued on the order's page. */
final class PaperLinks extends Div {
    private static final long serialVersionUID = 1L;

    PaperLinks(Documents documents, Actor actor, Shipment s) {
        addClassName("paper-links");
        add(link("shipment.paper.label", documents, actor, new DocumentRequest(s.orderId(), DocumentKind.PARCEL_LABEL, s.id(), null)));
        add(link("shipment.paper.slip", documents, actor, new DocumentRequest(s.orderId(), DocumentKind.PACKING_SLIP, s.id(), null)));
        if (s.orderShipmentId() != null) {
            add(link("shipment.paper.note", documents, actor, new DocumentRequest(s.orderId(), DocumentKind.DELIVERY_NOTE, s.orderShipmentId(), null)));
        }
    }

    private static Anchor link(String key, Documents documents, Actor actor, DocumentRequest request) {
        Anchor link = new Anchor();
        link.setText(Texts.of(key));
        link.setId(request.kind().id());
        link.setTarget(AnchorTarget.BLANK);
        link.setRouterIgnore(true);
        link.setHref(DownloadHandler.fromInputStream(event -> response(documents, actor, request)).inline());
        return link;
    }

    private static DownloadResponse response(Documents documents, Actor actor, DocumentRequest request) {
        try {
            Pdf made = documents.preview(actor, request);
            return new DownloadResponse(new ByteArrayInputStream(made.content()), made.fileName(), "application/pdf", made.content().length);
        } catch (AmphoraException e) {
            return DownloadResponse.error(HttpStatusCode.CONFLICT, e.getMessage());
        }
    }
}
