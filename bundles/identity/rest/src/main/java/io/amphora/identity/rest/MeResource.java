package io.amphora.identity.rest;

import io.amphora.identity.api.Users;
import io.amphora.web.api.Caller;
import io.amphora.web.api.RestResource;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.SecurityContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The own account. */
@Component(service = MeResource.class)
@RestResource
@Path("me")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "users")
public final class MeResource {
    private final Users users;

    @Activate
    public MeResource(@Reference Users users) {
        this.users = users;
    }

    @GET
    @Operation(summary = "Who the token stands for, and what it may do")
    public MeJson me(@Context SecurityContext who) {
        return MeJson.of(Caller.of(who));
    }

    @PUT
    @Path("password")
    @Operation(summary = "Changes the own password", responses = @ApiResponse(responseCode = "204"))
    public void changePassword(@Context SecurityContext who, OwnPasswordIn in) {
        users.changeOwnPassword(Caller.of(who), in.oldPassword(), in.newPassword());
    }
}
