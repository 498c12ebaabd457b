package io.amphora.document.rest;

import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.document.api.DocumentKind;
import io.amphora.document.api.DocumentRequest;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import java.util.stream.Collectors;
import javax.ws.rs.QueryParam;

/** Which document is wanted, from the address. Fields with parameters are public, so that the build finds them for the OpenAPI document. */
public final class DocumentQuery {
    @Parameter(description = "what is wanted", required = true, schema = @Schema(allowableValues = {"quotation", "order-confirmation", "picking-list", "delivery-note", "packing-slip",
        "parcel-label", "invoice"}))
    @QueryParam("kind")
    public String kind;
    @Parameter(description = "the shipment whose parcels it is of: for packing slips and parcel labels; all shipments if it is absent")
    @QueryParam("shipment")
    public Long shipment;
    @Parameter(description = "en or zh; the customer's if it is absent")
    @QueryParam("language")
    public String language;

    DocumentRequest of(long orderId) {
        DocumentKind known = DocumentKind.of(kind == null ? "" : kind).orElseThrow(() -> new AmphoraException.Invalid(Problem.of("kind", "document.kind", "must be one of {0}",
                Arrays.stream(DocumentKind.values()).map(DocumentKind::id).collect(Collectors.joining(", ")))));
        return new DocumentRequest(orderId, known, shipment, language);
    }
}
