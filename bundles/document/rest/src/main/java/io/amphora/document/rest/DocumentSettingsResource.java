package io.amphora.document.rest;

import io.amphora.common.Actor;
import io.amphora.document.api.DocumentSetup;
import io.amphora.web.api.Answers;
import io.amphora.web.api.Caller;
import io.amphora.web.api.ETags;
import io.amphora.web.api.RestResource;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
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

/** What documents say of the seller, and how invoices are numbered. */
@Component(service = DocumentSettingsResource.class)
@RestResource
@Path("documents/settings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "documents")
public final class DocumentSettingsResource {
    private final DocumentSetup setup;

    @Activate
    public DocumentSettingsResource(@Reference DocumentSetup setup) {
        this.setup = setup;
    }

    @GET
    @Operation(summary = "The settings of documents, name to value", responses = @ApiResponse(description = "name to value"))
    public Response settings(@Context SecurityContext who) {
        Actor by = Caller.of(who);
        long version = setup.version(by);
        return Answers.ok(version, setup.settings(by));
    }

    @PUT
    @Operation(summary = "Changes settings of documents; those not named stay", responses = @ApiResponse(description = "name to value"))
    public Response change(@Context SecurityContext who, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, Map<String, String> settings) {
        setup.change(Caller.of(who), settings == null ? Map.of() : settings, ETags.ifMatch(ifMatch));
        return settings(who);
    }
}
