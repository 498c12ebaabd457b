package io.amphora.order.rest;

import io.amphora.common.Actor;
import io.amphora.order.api.Attachment;
import io.amphora.order.api.OrderAttachments;
import io.amphora.web.api.Answers;
import io.amphora.web.api.Caller;
import io.amphora.web.api.Idempotency;
import io.amphora.web.api.LargeBody;
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
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
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

/** Files at an order. A download is never shown by the browser itself: it is saved, and nothing guesses what it is. */
@Component(service = AttachmentResource.class)
@RestResource
@Path("orders/{id}/attachments")
@Tag(name = "attachments")
public final class AttachmentResource {
    private final OrderAttachments attachments;
    private final Idempotency idempotency;

    @Activate
    public AttachmentResource(@Reference OrderAttachments attachments, @Reference Idempotency idempotency) {
        this.attachments = attachments;
        this.idempotency = idempotency;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Files at an order, oldest first")
    public List<Attachment> list(@Context SecurityContext who, @PathParam("id") long id) {
        return attachments.list(Caller.of(who), id);
    }

    @POST
    @LargeBody
    @Consumes({MediaType.APPLICATION_OCTET_STREAM, "application/pdf", "image/*", "text/*", "application/zip"})
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Adds a file; size and kinds are limited, and what is in it must fit its name",
            requestBody = @RequestBody(content = @Content(mediaType = MediaType.APPLICATION_OCTET_STREAM, schema = @Schema(type = "string", format = "binary"))),
            responses = @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Attachment.class))))
    public Response add(@Context SecurityContext who, @PathParam("id") long id, @Parameter(description = "with its ending") @QueryParam("fileName") String fileName,
                        @HeaderParam(Idempotency.HEADER) String key, InputStream body) throws IOException {
        Actor by = Caller.of(who);
        if (key == null || key.isBlank()) {
            return added(by, id, fileName, body);
        }
        by.require(OrderAttachments.ATTACH);
        try (PutAside file = PutAside.of(body, attachments.maxBytes() + 1)) {
            return idempotency.run(by, key, "POST orders/" + id + "/attachments " + fileName + " " + file.hash(), () -> file.read(in -> added(by, id, fileName, in)));
        }
    }

    private Response added(Actor by, long id, String fileName, InputStream body) {
        Attachment added = attachments.add(by, id, fileName, body);
        return Answers.created("orders/" + id + "/attachments/" + added.id(), 1, added);
    }

    @GET
    @Path("{attachment}")
    @Produces(MediaType.WILDCARD)
    @Operation(summary = "The file, byte for byte",
            responses = @ApiResponse(content = @Content(mediaType = MediaType.APPLICATION_OCTET_STREAM, schema = @Schema(type = "string", format = "binary"))))
    public Response read(@Context SecurityContext who, @PathParam("id") long id, @PathParam("attachment") long attachment) {
        Actor by = Caller.of(who);
        Attachment found = attachments.find(by, id, attachment);
        StreamingOutput content = out -> attachments.read(by, id, attachment, out);
        return Response.ok(content, found.mediaType()).header(HttpHeaders.CONTENT_LENGTH, found.size()).header(HttpHeaders.CONTENT_DISPOSITION, disposition(found.fileName()))
                .header("X-Content-Type-Options", "nosniff").header("Content-Security-Policy", "default-src 'none'; sandbox").build();
    }

    /** RFC 6266: a name that every browser understands. */
    private static String disposition(String fileName) {
        String plain = fileName.replaceAll("[^A-Za-z0-9._ -]", "_");
        return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + URLEncoder.encode(fileName, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @DELETE
    @Path("{attachment}")
    @Operation(summary = "Deletes a file for good", responses = @ApiResponse(responseCode = "204", description = "done"))
    public Response delete(@Context SecurityContext who, @PathParam("id") long id, @PathParam("attachment") long attachment) {
        attachments.delete(Caller.of(who), id, attachment);
        return Response.noContent().build();
    }
}
