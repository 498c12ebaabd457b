package io.amphora.identity.rest;

import io.amphora.common.Actor;
import io.amphora.identity.api.User;
import io.amphora.identity.api.Users;
import io.amphora.web.api.Answers;
import io.amphora.web.api.Caller;
import io.amphora.web.api.ETags;
import io.amphora.web.api.Idempotency;
import io.amphora.web.api.OneTransaction;
import io.amphora.web.api.PageResponse;
import io.amphora.web.api.Paging;
import io.amphora.web.api.RestResource;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Set;
import javax.ws.rs.BeanParam;
import javax.ws.rs.Consumes;
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

/** Users and their roles. */
@Component(service = UserResource.class)
@RestResource
@OneTransaction
@Path("users")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "users")
public final class UserResource {
    private final Users users;
    private final Idempotency idempotency;

    @Activate
    public UserResource(@Reference Users users, @Reference Idempotency idempotency) {
        this.users = users;
        this.idempotency = idempotency;
    }

    @GET
    @Operation(summary = "Users by name")
    public PageResponse<UserJson> list(@Context SecurityContext who, @BeanParam Paging paging) {
        return PageResponse.of(users.list(Caller.of(who), paging.request()), UserJson::of);
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One user", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = UserJson.class))))
    public Response one(@Context SecurityContext who, @PathParam("id") long id) {
        User user = users.find(Caller.of(who), id);
        return Answers.ok(user.version(), UserJson.of(user));
    }

    @POST
    @Operation(summary = "Adds a user", responses = @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = UserJson.class))))
    public Response add(@Context SecurityContext who, @HeaderParam(Idempotency.HEADER) String key, UserIn in) {
        Actor by = Caller.of(who);
        return idempotency.run(by, key, "POST users " + in, () -> {
            User user = users.create(by, in.toNewUser());
            return Answers.created("users/" + user.id(), user.version(), UserJson.of(user));
        });
    }

    @PUT
    @Path("{id}")
    @Operation(summary = "Changes a user: profile, roles, whether it may sign in", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = UserJson.class))))
    public Response change(@Context SecurityContext who, @PathParam("id") long id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, UserChangeIn in) {
        User user = users.change(Caller.of(who), id, ETags.ifMatch(ifMatch), in.displayName(), in.email(), Set.copyOf(in.roles()), in.active());
        return Answers.ok(user.version(), UserJson.of(user));
    }

    @PUT
    @Path("{id}/password")
    @Operation(summary = "Sets somebody's password; ends the sessions, keeps the tokens", responses = @ApiResponse(responseCode = "204"))
    public void setPassword(@Context SecurityContext who, @PathParam("id") long id, PasswordIn in) {
        users.setPassword(Caller.of(who), id, in.password());
    }
}
