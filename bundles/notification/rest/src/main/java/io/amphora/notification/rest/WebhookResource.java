package io.amphora.notification.rest;

import io.amphora.common.Actor;
import io.amphora.notification.api.Webhook;
import io.amphora.notification.api.Webhooks;
import io.amphora.web.api.Answers;
import io.amphora.web.api.Caller;
import io.amphora.web.api.ETags;
import io.amphora.web.api.Idempotency;
import io.amphora.web.api.OneTransaction;
import io.amphora.web.api.RestResource;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
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

/** Machines that are told of what happens. */
@Component(service = WebhookResource.class)
@RestResource
@OneTransaction
@Path("webhooks")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "webhooks")
public final class WebhookResource {
    private final Webhooks webhooks;
    private final Idempotency idempotency;

    @Activate
    public WebhookResource(@Reference Webhooks webhooks, @Reference Idempotency idempotency) {
        this.webhooks = webhooks;
        this.idempotency = idempotency;
    }

    @GET
    @Operation(summary = "All webhooks, oldest first")
    public List<WebhookJson> list(@Context SecurityContext who) {
        return webhooks.list(Caller.of(who)).stream().map(WebhookJson::of).toList();
    }

    @POST
    @Operation(summary = "Adds a webhook; the answer has its secret, once", responses = @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = WebhookJson.class))))
    public Response create(@Context SecurityContext who, @HeaderParam(Idempotency.HEADER) String key, WebhookIn in) {
        Actor by = Caller.of(who);
        return idempotency.run(by, key, "POST webhooks " + in, () -> {
            Webhooks.Made made = Names.withOccasions(in.occasions(), of -> webhooks.create(by, in.name(), in.url(), of));
            return Answers.created("webhooks/" + made.webhook().id(), made.webhook().version(), WebhookJson.of(made));
        });
    }

    @PUT
    @Path("{id}")
    @Operation(summary = "Changes a webhook", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = WebhookJson.class))))
    public Response change(@Context SecurityContext who, @PathParam("id") long id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, WebhookIn in) {
        long version = ETags.ifMatch(ifMatch);
        Webhook hook = Names.withOccasions(in.occasions(), of -> webhooks.change(Caller.of(who), id, version, in.name(), in.url(), of, !Boolean.FALSE.equals(in.active())));
        return Answers.ok(hook.version(), WebhookJson.of(hook));
    }

    @POST
    @Path("{id}/secret")
    @Operation(summary = "A new secret; the old one is of no use from now on", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = WebhookJson.class))))
    public Response renewSecret(@Context SecurityContext who, @PathParam("id") long id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        Webhooks.Made made = webhooks.renewSecret(Caller.of(who), id, ETags.ifMatch(ifMatch));
        return Answers.ok(made.webhook().version(), WebhookJson.of(made));
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Removes a webhook", responses = @ApiResponse(responseCode = "204"))
    public Response delete(@Context SecurityContext who, @PathParam("id") long id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        webhooks.delete(Caller.of(who), id, ETags.ifMatch(ifMatch));
        return Response.noContent().build();
    }
}
