package io.amphora.identity.rest;

import io.amphora.common.Actor;
import io.amphora.identity.api.SignIn;
import io.amphora.identity.api.Tokens;
import io.amphora.identity.api.Tokens.Issued;
import io.amphora.web.api.Caller;
import io.amphora.web.api.Public;
import io.amphora.web.api.RestResource;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.NotAuthorizedException;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.SecurityContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How a program signs in. */
@Component(service = TokenResource.class)
@RestResource
@Path("tokens")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "tokens")
public final class TokenResource {
    private static final Duration BY_PASSWORD = Duration.ofHours(24);

    private final Tokens tokens;
    private final SignIn signIn;
    private final Clock clock;

    @Activate
    public TokenResource(@Reference Tokens tokens, @Reference SignIn signIn, @Reference Clock clock) {
        this.tokens = tokens;
        this.signIn = signIn;
        this.clock = clock;
    }

    @POST
    @Public
    @Operation(summary = "Issues a token, for name and password or for whom the bearer token stands for. Takes no Idempotency-Key: the secret is kept nowhere",
            responses = @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = IssuedTokenJson.class))))
    public Response issue(@Context SecurityContext who, @Context HttpServletRequest request, TokenIn in) {
        boolean byPassword = in.name() != null || in.password() != null;
        Actor actor = byPassword ? signIn(in, request.getRemoteAddr()) : Caller.of(who);
        Instant expires = byPassword && in.expires() == null ? clock.instant().plus(BY_PASSWORD) : in.expires();
        Issued issued = tokens.issue(actor, in.label(), expires);
        return Response.created(URI.create("tokens/" + issued.token().id())).header("Cache-Control", "no-store").entity(IssuedTokenJson.of(issued)).build();
    }

    private Actor signIn(TokenIn in, String from) {
        return signIn.authenticate(in.name(), in.password(), from).orElseThrow(() -> new NotAuthorizedException("Bearer realm=\"Amphora\""));
    }

    @GET
    @Operation(summary = "The own tokens; all for who may manage users")
    public List<TokenJson> list(@Context SecurityContext who) {
        return tokens.list(Caller.of(who)).stream().map(TokenJson::of).toList();
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Revokes a token at once", responses = @ApiResponse(responseCode = "204"))
    public void revoke(@Context SecurityContext who, @PathParam("id") long id) {
        tokens.revoke(Caller.of(who), id);
    }
}
