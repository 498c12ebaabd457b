package io.amphora.notification.rest;

import io.amphora.common.Actor;
import io.amphora.notification.api.Audience;
import io.amphora.notification.api.Occasion;
import io.amphora.notification.api.Template;
import io.amphora.notification.api.Templates;
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

/** The texts of messages. */
@Component(service = TemplateResource.class)
@RestResource
@OneTransaction
@Path("message-templates")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "message-templates")
public final class TemplateResource {
    private static final String ONE = "{occasion}/{audience}/{language}";

    private final Templates templates;

    @Activate
    public TemplateResource(@Reference Templates templates) {
        this.templates = templates;
    }

    @GET
    @Operation(summary = "All templates by occasion, audience and language")
    public List<TemplateJson> list(@Context SecurityContext who) {
        return templates.list(Caller.of(who)).stream().map(this::json).toList();
    }

    @GET
    @Path(ONE)
    @Operation(summary = "One template", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = TemplateJson.class))))
    public Response find(@Context SecurityContext who, @PathParam("occasion") String occasion, @PathParam("audience") String audience, @PathParam("language") String language) {
        return ok(templates.find(Caller.of(who), Names.occasion(occasion), audience(audience), language));
    }

    @PUT
    @Path(ONE)
    @Operation(summary = "Changes a template", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = TemplateJson.class))))
    public Response save(@Context SecurityContext who, @PathParam("occasion") String occasion, @PathParam("audience") String audience, @PathParam("language") String language,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, TemplateIn in) {
        Actor by = Caller.of(who);
        Occasion of = Names.occasion(occasion);
        boolean attach = in.attach() == null ? templates.find(by, of, audience(audience), language).attach() : in.attach();
        return ok(templates.save(by, of, audience(audience), language, ETags.ifMatch(ifMatch), in.subject(), in.body(), attach));
    }

    @DELETE
    @Path(ONE)
    @Operation(summary = "Back to the text that comes with the product", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = TemplateJson.class))))
    public Response reset(@Context SecurityContext who, @PathParam("occasion") String occasion, @PathParam("audience") String audience, @PathParam("language") String language,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return ok(templates.reset(Caller.of(who), Names.occasion(occasion), audience(audience), language, ETags.ifMatch(ifMatch)));
    }

    @POST
    @Path(ONE + "/preview")
    @Operation(summary = "A text as it would look for a sample order; changes nothing")
    public PreviewJson preview(@Context SecurityContext who, @PathParam("occasion") String occasion, @PathParam("audience") String audience, @PathParam("language") String language,
            TemplateIn in) {
        Occasion of = Names.occasion(occasion);
        return PreviewJson.of(templates.preview(Caller.of(who), of, audience(audience), language, in.subject(), in.body()));
    }

    private static Audience audience(String name) {
        return Names.constant(Audience.class, "audience", name);
    }

    private TemplateJson json(Template t) {
        return TemplateJson.of(t, templates.placeholders(t.occasion(), t.audience()));
    }

    private Response ok(Template t) {
        return Answers.ok(t.version(), json(t));
    }
}
