package io.amphora.document.rest;

import io.amphora.common.Actor;
import io.amphora.document.api.Documents;
import io.amphora.document.api.IssuedDocument;
import io.amphora.document.api.Pdf;
import io.amphora.web.api.Answers;
import io.amphora.web.api.Caller;
import io.amphora.web.api.Idempotency;
import io.amphora.web.api.RestResource;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import javax.ws.rs.BeanParam;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.SecurityContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The documents of an order. */
@Component(service = DocumentResource.class)
@RestResource
@Path("orders/{id}/documents")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "documents")
public final class DocumentResource {
    static final String PDF = "application/pdf";

    private final Documents documents;

    @Activate
    public DocumentResource(@Reference Documents documents) {
        this.documents = documents;
    }

    @GET
    @Operation(summary = "Documents issued for an order, newest first")
    public List<IssuedDocumentJson> list(@Context SecurityContext who, @PathParam("id") long id) {
        return documents.list(Caller.of(who), id).stream().map(IssuedDocumentJson::of).toList();
    }

    @POST
    @Operation(summary = "Issues a document: makes it, numbers it and keeps it; kind is quotation, order-confirmation, picking-list, delivery-note or invoice",
            responses = @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = IssuedDocumentJson.class))))
    public Response issue(@Context SecurityContext who, @PathParam("id") long id, @BeanParam DocumentQuery query, @HeaderParam(Idempotency.HEADER) String key) {
        Actor by = Caller.of(who);
        // not by way of Idempotency: making the page must not happen in its transaction, so the document itself remembers the key
        IssuedDocument issued = documents.issue(by, query.of(id), key);
        return Answers.created("orders/" + id + "/documents/" + issued.id(), 1, IssuedDocumentJson.of(issued));
    }

    @POST
    @Path("credit-notes")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Takes back a part of an invoice: makes a credit note, numbers it and keeps it",
            responses = @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = IssuedDocumentJson.class))))
    public Response credit(@Context SecurityContext who, @PathParam("id") long id, @HeaderParam(Idempotency.HEADER) String key, CreditIn in) {
        IssuedDocument issued = documents.issue(Caller.of(who), in.of(id), key);
        return Answers.created("orders/" + id + "/documents/" + issued.id(), 1, IssuedDocumentJson.of(issued));
    }

    @GET
    @Path("invoices")
    @Operation(summary = "The invoices of an order, newest first, with what credit notes have taken back")
    public List<InvoiceJson> invoices(@Context SecurityContext who, @PathParam("id") long id) {
        return documents.invoices(Caller.of(who), id).stream().map(InvoiceJson::of).toList();
    }

    @GET
    @Path("preview")
    @Produces(PDF)
    @Operation(summary = "What a document would look like now; keeps nothing", responses = @ApiResponse(content = @Content(mediaType = PDF, schema = @Schema(type = "string", format = "binary"))))
    public Response preview(@Context SecurityContext who, @PathParam("id") long id, @BeanParam DocumentQuery query) {
        return pdf(documents.preview(Caller.of(who), query.of(id)));
    }

    @GET
    @Path("{document}")
    @Produces(PDF)
    @Operation(summary = "An issued document, byte for byte", responses = @ApiResponse(content = @Content(mediaType = PDF, schema = @Schema(type = "string", format = "binary"))))
    public Response open(@Context SecurityContext who, @PathParam("id") long id, @PathParam("document") long document) {
        return pdf(documents.open(Caller.of(who), id, document));
    }

    private static Response pdf(Pdf pdf) {
        return Response.ok(pdf.content(), PDF).header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + pdf.fileName() + "\"").build();
    }
}
