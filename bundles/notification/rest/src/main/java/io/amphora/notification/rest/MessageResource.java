package io.amphora.notification.rest;

import io.amphora.common.Actor;
import io.amphora.notification.api.Message;
import io.amphora.notification.api.MessageFilter;
import io.amphora.notification.api.MessageLog;
import io.amphora.notification.api.MessageState;
import io.amphora.web.api.Answers;
import io.amphora.web.api.Caller;
import io.amphora.web.api.ETags;
import io.amphora.web.api.Idempotency;
import io.amphora.web.api.PageResponse;
import io.amphora.web.api.Paging;
import io.amphora.web.api.RestResource;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import javax.ws.rs.BeanParam;
import javax.ws.rs.Consumes;
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
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The log of messages. */
@Component(service = MessageResource.class)
@RestResource
@Path("messages")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "messages")
public final class MessageResource {
    private final MessageLog log;
    private final Idempotency idempotency;

    @Activate
    public MessageResource(@Reference MessageLog log, @Reference Idempotency idempotency) {
        this.log = log;
        this.idempotency = idempotency;
    }

    @GET
    @Operation(summary = "Messages, newest first; label is the number of an order, or a SKU")
    public PageResponse<MessageJson> list(@Context SecurityContext who, @QueryParam("state") MessageState state, @QueryParam("label") String label, @BeanParam Paging paging) {
        return PageResponse.of(log.list(Caller.of(who), new MessageFilter(state, label), paging.request()), MessageJson::of);
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One message", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = MessageJson.class))))
    public Response find(@Context SecurityContext who, @PathParam("id") long id) {
        return ok(log.find(Caller.of(who), id));
    }

    @POST
    @Path("{id}/resend")
    @Operation(summary = "Sends it again, as it was written", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = MessageJson.class))))
    public Response resend(@Context SecurityContext who, @PathParam("id") long id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return ok(log.resend(Caller.of(who), id, ETags.ifMatch(ifMatch)));
    }

    @POST
    @Path("test")
    @Operation(summary = "Sends a message that says that sending works",
            responses = @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = MessageJson.class))))
    public Response test(@Context SecurityContext who, @HeaderParam(Idempotency.HEADER) String key, TestIn in) {
        Actor by = Caller.of(who);
        return idempotency.run(by, key, "POST messages/test " + in, () -> {
            Message message = log.test(by, in.transport(), in.address());
            return Answers.created("messages/" + message.id(), message.version(), MessageJson.of(message));
        });
    }

    private static Response ok(Message message) {
        return Answers.ok(message.version(), MessageJson.of(message));
    }
}
