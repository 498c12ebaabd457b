package io.amphora.document.rest;

import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.document.api.DocumentKind;
import io.amphora.document.api.DocumentRequest;
import java.util.Arrays;
import java.util.stream.Collectors;
import javax.ws.rs.QueryParam;

/** Which document is wanted, from the address. */
public final class DocumentQuery {
    @QueryParam("kind")
    String kind;
    @QueryParam("shipment")
    Long shipment;
    @QueryParam("language")
    String language;

    DocumentRequest of(long orderId) {
        DocumentKind known = DocumentKind.of(kind == null ? "" : kind).orElseThrow(() -> new AmphoraException.Invalid(Problem.of("kind", "document.kind", "must be one of {0}",
                Arrays.stream(DocumentKind.values()).map(DocumentKind::id).collect(Collectors.joining(", ")))));
        return new DocumentRequest(orderId, known, shipment, language);
    }
}
