package io.amphora.returns.rest;

import io.amphora.order.api.Attachment;
import io.amphora.returns.api.ReturnPhotos;
import io.amphora.web.api.Answers;
import io.amphora.web.api.Caller;
import io.amphora.web.api.LargeBody;
import io.amphora.web.api.RestResource;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.InputStream;
import java.util.List;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.SecurityContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Photos of a return; the files themselves are read under {@code orders/{order}/attachments/{id}}. */
@Component(service = ReturnPhotoResource.class)
@RestResource
@Path("returns/{id}/photos")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "returns")
public final class ReturnPhotoResource {
    private final ReturnPhotos photos;

    @Activate
    public ReturnPhotoResource(@Reference ReturnPhotos photos) {
        this.photos = photos;
    }

    @GET
    @Operation(summary = "Photos of a return, oldest first")
    public List<Attachment> list(@Context SecurityContext who, @PathParam("id") long id) {
        return photos.list(Caller.of(who), id);
    }

    @POST
    @LargeBody
    @Consumes({MediaType.APPLICATION_OCTET_STREAM, "application/pdf", "image/*"})
    @Operation(summary = "Adds a photo or a PDF; it becomes a file of the order",
            requestBody = @RequestBody(content = @Content(mediaType = MediaType.APPLICATION_OCTET_STREAM, schema = @Schema(type = "string", format = "binary"))),
            responses = @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Attachment.class))))
    public Response add(@Context SecurityContext who, @PathParam("id") long id, @Parameter(description = "with its ending") @QueryParam("fileName") String fileName, InputStream body) {
        Attachment added = photos.add(Caller.of(who), id, fileName, body);
        return Answers.created("orders/" + added.orderId() + "/attachments/" + added.id(), 1, added);
    }
}
