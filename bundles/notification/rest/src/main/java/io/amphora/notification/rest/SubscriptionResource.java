package io.amphora.notification.rest;

import io.amphora.common.Actor;
import io.amphora.identity.api.Role;
import io.amphora.notification.api.Subject;
import io.amphora.notification.api.Subscriptions;
import io.amphora.web.api.Answers;
import io.amphora.web.api.Caller;
import io.amphora.web.api.ETags;
import io.amphora.web.api.OneTransaction;
import io.amphora.web.api.RestResource;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Locale;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
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

/** Who is told what, how. */
@Component(service = SubscriptionResource.class)
@RestResource
@OneTransaction
@Path("message-subscriptions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "message-subscriptions")
public final class SubscriptionResource {
    private final Subscriptions subscriptions;

    @Activate
    public SubscriptionResource(@Reference Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    @GET
    @Path("{kind: role|person|customers}/{id}")
    @Operation(summary = "What holds for a role, a person or the customers (id *)", responses = @ApiResponse(content = @Content(array = @ArraySchema(schema = @Schema(implementation = ChoiceJson.class)))))
    public Response list(@Context SecurityContext who, @PathParam("kind") String kind, @PathParam("id") String id) {
        return choices(Caller.of(who), subject(kind, id));
    }

    @PUT
    @Path("{kind: role|person|customers}/{id}")
    @Operation(summary = "Changes one choice of a role, a person or the customers (id *)", responses = @ApiResponse(content = @Content(array = @ArraySchema(schema = @Schema(implementation = ChoiceJson.class)))))
    public Response set(@Context SecurityContext who, @PathParam("kind") String kind, @PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, ChoiceIn in) {
        Actor by = Caller.of(who);
        Subject subject = subject(kind, id);
        subscriptions.set(by, subject, Names.occasion(in.occasion()), in.transport(), in.wanted(), ETags.ifMatch(ifMatch));
        return choices(by, subject);
    }

    @GET
    @Path("person/{name}/quiet-hours")
    @Operation(summary = "When somebody does not want to be disturbed", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = QuietHoursJson.class))))
    public Response quietHours(@Context SecurityContext who, @PathParam("name") String name) {
        Actor by = Caller.of(who);
        long version = subscriptions.quietHoursVersion(by, name);
        return Answers.ok(version, QuietHoursJson.of(subscriptions.quietHours(by, name)));
    }

    @PUT
    @Path("person/{name}/quiet-hours")
    @Operation(summary = "Changes the quiet hours of somebody", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = QuietHoursJson.class))))
    public Response setQuietHours(@Context SecurityContext who, @PathParam("name") String name, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, QuietHoursJson in) {
        subscriptions.setQuietHours(Caller.of(who), name, in.toHours(), ETags.ifMatch(ifMatch));
        return quietHours(who, name);
    }

    private static Subject subject(String kind, String id) {
        Subject.Kind of = Names.constant(Subject.Kind.class, "kind", kind);
        return new Subject(of, of == Subject.Kind.ROLE ? Names.constant(Role.class, "id", id).name() : of == Subject.Kind.PERSON ? id.toLowerCase(Locale.ROOT) : id);
    }

    private Response choices(Actor by, Subject subject) {
        long version = subscriptions.version(by, subject);
        return Answers.ok(version, subscriptions.of(by, subject).stream().map(ChoiceJson::of).toList());
    }
}
