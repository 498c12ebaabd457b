package io.amphora.identity.rest;

import io.amphora.identity.api.Setup;
import io.amphora.identity.api.User;
import io.amphora.web.api.Answers;
import io.amphora.web.api.Public;
import io.amphora.web.api.RestResource;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The first start, for installations without anybody at a browser. */
@Component(service = SetupResource.class)
@RestResource
@Public
@Path("setup")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "users")
public final class SetupResource {
    private final Setup setup;

    @Activate
    public SetupResource(@Reference Setup setup) {
        this.setup = setup;
    }

    @GET
    @Operation(summary = "Whether the first administrator is still to be made")
    public SetupJson state() {
        return new SetupJson(setup.needed());
    }

    @POST
    @Operation(summary = "Makes the first administrator", responses = @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = UserJson.class))))
    public Response create(SetupIn in) {
        User user = setup.createAdministrator(in.token(), in.toNewUser());
        return Answers.created("users/" + user.id(), user.version(), UserJson.of(user));
    }
}
