package io.amphora.notification.rest;

import io.amphora.common.Actor;
import io.amphora.notification.api.DigestSetup;
import io.amphora.web.api.Answers;
import io.amphora.web.api.Caller;
import io.amphora.web.api.ETags;
import io.amphora.web.api.OneTransaction;
import io.amphora.web.api.RestResource;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.SecurityContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How many messages become one. */
@Component(service = DigestResource.class)
@RestResource
@OneTransaction
@Path("message-digest")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "message-subscriptions")
public final class DigestResource {
    private final DigestSetup setup;

    @Activate
    public DigestResource(@Reference DigestSetup setup) {
        this.setup = setup;
    }

    @GET
    @Operation(summary = "For how many minutes messages to people are gathered", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = DigestJson.class))))
    public Response digest(@Context SecurityContext who) {
        Actor by = Caller.of(who);
        long version = setup.version(by);
        return Answers.ok(version, new DigestJson(setup.minutes(by)));
    }

    @PUT
    @Operation(summary = "Changes it; 0: each message by itself", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = DigestJson.class))))
    public Response change(@Context SecurityContext who, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, DigestJson in) {
        setup.change(Caller.of(who), in.minutes() == null ? -1 : in.minutes(), ETags.ifMatch(ifMatch));
        return digest(who);
    }
}
