package io.amphora.notification.rest;

import io.amphora.common.Actor;
import io.amphora.identity.api.Role;
import io.amphora.notification.api.Subject;
import io.amphora.notification.api.Subscriptions;
import io.amphora.web.api.Caller;
import io.amphora.web.api.RestResource;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.SecurityContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who is told what, how. */
@Component(service = SubscriptionResource.class)
@RestResource
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
    @Operation(summary = "What holds for a role, a person or the customers (id *)")
    public List<ChoiceJson> list(@Context SecurityContext who, @PathParam("kind") String kind, @PathParam("id") String id) {
        return choices(Caller.of(who), subject(kind, id));
    }

    @PUT
    @Path("{kind: role|person|customers}/{id}")
    @Operation(summary = "Changes one choice of a role, a person or the customers (id *)")
    public List<ChoiceJson> set(@Context SecurityContext who, @PathParam("kind") String kind, @PathParam("id") String id, ChoiceIn in) {
        Actor by = Caller.of(who);
        Subject subject = subject(kind, id);
        subscriptions.set(by, subject, Names.occasion(in.occasion()), in.transport(), in.wanted());
        return choices(by, subject);
    }

    @GET
    @Path("person/{name}/quiet-hours")
    @Operation(summary = "When somebody does not want to be disturbed")
    public QuietHoursJson quietHours(@Context SecurityContext who, @PathParam("name") String name) {
        return QuietHoursJson.of(subscriptions.quietHours(Caller.of(who), name));
    }

    @PUT
    @Path("person/{name}/quiet-hours")
    @Operation(summary = "Changes the quiet hours of somebody")
    public QuietHoursJson setQuietHours(@Context SecurityContext who, @PathParam("name") String name, QuietHoursJson in) {
        Actor by = Caller.of(who);
        subscriptions.setQuietHours(by, name, in.toHours());
        return QuietHoursJson.of(subscriptions.quietHours(by, name));
    }

    private static Subject subject(String kind, String id) {
        Subject.Kind of = Names.constant(Subject.Kind.class, "kind", kind);
        return new Subject(of, of == Subject.Kind.ROLE ? Names.constant(Role.class, "id", id).name() : of == Subject.Kind.PERSON ? id.toLowerCase(Locale.ROOT) : id);
    }

    private List<ChoiceJson> choices(Actor by, Subject subject) {
        return subscriptions.of(by, subject).stream().map(ChoiceJson::of).toList();
    }
}
