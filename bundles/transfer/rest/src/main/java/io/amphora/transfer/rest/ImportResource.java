package io.amphora.transfer.rest;

import io.amphora.common.Actor;
import io.amphora.transfer.api.Import;
import io.amphora.transfer.api.ImportField;
import io.amphora.transfer.api.ImportKind;
import io.amphora.transfer.api.Imports;
import io.amphora.transfer.api.Preview;
import io.amphora.transfer.api.RejectedRow;
import io.amphora.web.api.Answers;
import io.amphora.web.api.Caller;
import io.amphora.web.api.ETags;
import io.amphora.web.api.Idempotency;
import io.amphora.web.api.LargeBody;
import io.amphora.web.api.PageResponse;
import io.amphora.web.api.Paging;
import io.amphora.web.api.RestResource;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import javax.ws.rs.BeanParam;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.SecurityContext;
import javax.ws.rs.core.StreamingOutput;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Imports from CSV: upload, correct the guesses, dry run, run, mend what was rejected, take it back. */
@Component(service = ImportResource.class)
@RestResource
@Path("imports")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "imports")
public final class ImportResource {
    private static final String CSV = "text/csv; charset=utf-8";

    private final Imports imports;
    private final Idempotency idempotency;

    @Activate
    public ImportResource(@Reference Imports imports, @Reference Idempotency idempotency) {
        this.imports = imports;
        this.idempotency = idempotency;
    }

    @POST
    @LargeBody
    @Consumes({"text/csv", "text/plain", "application/gzip", MediaType.APPLICATION_OCTET_STREAM, MediaType.MULTIPART_FORM_DATA})
    @Operation(summary = "Uploads a CSV file (plain or gzip; as the body, or as the first part of a form) and says how it would be read",
            requestBody = @RequestBody(content = @Content(mediaType = "text/csv", schema = @Schema(type = "string", format = "binary"))),
            responses = @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = ImportJson.class))))
    public Response upload(@Context SecurityContext who, @Parameter(description = "order-lines, products, customers or stock") @QueryParam("kind") String kind,
                           @QueryParam("fileName") String fileName, @HeaderParam(Idempotency.HEADER) String key, InputStream body) throws IOException {
        Actor by = Caller.of(who);
        ImportKind wanted = ImportKind.of(kind);
        String name = fileName == null ? "upload.csv" : fileName;
        if (key == null || key.isBlank()) {
            return made(by, wanted, name, body);
        }
        by.require(Imports.IMPORT);
        try (Spooled file = Spooled.of(body)) {
            return idempotency.run(by, key, "POST imports " + wanted + " " + name + " " + file.hash(), () -> file.read(in -> made(by, wanted, name, in)));
        }
    }

    private Response made(Actor by, ImportKind kind, String name, InputStream body) {
        Import made = imports.upload(by, kind, name, body);
        return Answers.created("imports/" + made.id(), made.version(), ImportJson.of(made));
    }

    @GET
    @Operation(summary = "Imports, newest first")
    public PageResponse<ImportJson> list(@Context SecurityContext who, @BeanParam Paging paging) {
        return PageResponse.of(imports.list(Caller.of(who), paging.request()), ImportJson::of);
    }

    @GET
    @Path("fields")
    @Operation(summary = "What columns of a kind of file can mean")
    public List<ImportField> fields(@Context SecurityContext who, @QueryParam("kind") String kind) {
        Caller.of(who).require(Imports.IMPORT);
        return imports.fields(ImportKind.of(kind));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One import: settings, progress, outcome", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = ImportJson.class))))
    public Response one(@Context SecurityContext who, @PathParam("id") long id) {
        return ok(imports.find(Caller.of(who), id));
    }

    @GET
    @Path("{id}/preview")
    @Operation(summary = "Columns with samples, and the first rows")
    public Preview preview(@Context SecurityContext who, @PathParam("id") long id) {
        return imports.preview(Caller.of(who), id);
    }

    @PUT
    @Path("{id}")
    @Operation(summary = "Corrects kind, format, mapping or options; what is missing stays", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = ImportJson.class))))
    public Response adjust(@Context SecurityContext who, @PathParam("id") long id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, ImportIn in) {
        ImportKind kind = in.kind() == null ? null : ImportKind.of(in.kind());
        return ok(imports.adjust(Caller.of(who), id, ETags.ifMatch(ifMatch), kind, in.format(), in.mapping(), in.toOptions()));
    }

    /** What all actions do alike. */
    @FunctionalInterface
    private interface Action {
        Import on(Actor by, long id, long version);
    }

    @POST
    @Path("{id}/dry-run")
    @Operation(summary = "Goes through the whole file, changing nothing", responses = @ApiResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = ImportJson.class))))
    public Response dryRun(@Context SecurityContext who, @PathParam("id") long id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return accepted(who, id, ifMatch, imports::dryRun);
    }

    @POST
    @Path("{id}/run")
    @Operation(summary = "Imports; goes on after a failure or cancel", responses = @ApiResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = ImportJson.class))))
    public Response run(@Context SecurityContext who, @PathParam("id") long id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return accepted(who, id, ifMatch, imports::run);
    }

    @POST
    @Path("{id}/retry")
    @Operation(summary = "Imports the rejected rows again, and only those", responses = @ApiResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = ImportJson.class))))
    public Response retry(@Context SecurityContext who, @PathParam("id") long id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return accepted(who, id, ifMatch, imports::retry);
    }

    @POST
    @Path("{id}/undo")
    @Operation(summary = "Takes back the orders, products and customers that it made; findings then say what stays and why", responses = @ApiResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = ImportJson.class))))
    public Response undo(@Context SecurityContext who, @PathParam("id") long id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return accepted(who, id, ifMatch, imports::undo);
    }

    @POST
    @Path("{id}/cancel")
    @Operation(summary = "Stops what runs", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = ImportJson.class))))
    public Response cancel(@Context SecurityContext who, @PathParam("id") long id) {
        return ok(imports.cancel(Caller.of(who), id));
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Forgets an import and its file; what it wrote stays")
    public void delete(@Context SecurityContext who, @PathParam("id") long id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        imports.delete(Caller.of(who), id, ETags.ifMatch(ifMatch));
    }

    @GET
    @Path("{id}/rows")
    @Operation(summary = "Rows that were not imported, with all their problems, by line")
    public PageResponse<RowJson> rows(@Context SecurityContext who, @PathParam("id") long id,
                                      @Parameter(description = "only rows with a problem of this field, as in reasons") @QueryParam("field") String field,
                                      @Parameter(description = "only rows with a problem of this code") @QueryParam("code") String code, @BeanParam Paging paging) {
        return PageResponse.of(imports.rejected(Caller.of(who), id, field, code, paging.request()), RowJson::of);
    }

    @GET
    @Path("{id}/rows.csv")
    @Produces(CSV)
    @Operation(summary = "The same as CSV, safe to open in a spreadsheet program")
    public Response rowsCsv(@Context SecurityContext who, @Context HttpHeaders headers, @PathParam("id") long id) {
        Actor by = Caller.of(who);
        imports.find(by, id);
        Locale language = headers.getAcceptableLanguages().stream().filter(l -> !l.getLanguage().isEmpty() && !l.getLanguage().equals("*")).findFirst().orElse(Locale.ENGLISH);
        StreamingOutput csv = out -> imports.writeRejected(by, id, language, out);
        return Response.ok(csv, CSV).header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"rejected-" + id + ".csv\"").build();
    }

    @PUT
    @Path("{id}/rows/{row}")
    @Operation(summary = "Mends a row; answers with the problems it has now", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = RowJson.class))))
    public Response fix(@Context SecurityContext who, @PathParam("id") long id, @PathParam("row") long row, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, RowIn in) {
        RejectedRow fixed = imports.fix(Caller.of(who), id, row, ETags.ifMatch(ifMatch), in.cells());
        return Answers.ok(fixed.version(), RowJson.of(fixed));
    }

    private static Response accepted(SecurityContext who, long id, String ifMatch, Action action) {
        Import now = action.on(Caller.of(who), id, ETags.ifMatch(ifMatch));
        return Answers.accepted("imports/" + id, ImportJson.of(now));
    }

    private static Response ok(Import i) {
        return Answers.ok(i.version(), ImportJson.of(i));
    }
}
