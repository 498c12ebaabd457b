package io.amphora.extension.rest;

import io.amphora.common.Actor;
import io.amphora.common.Problems;
import io.amphora.extension.api.Extensions;
import io.amphora.web.api.Caller;
import io.amphora.web.api.LargeBody;
import io.amphora.web.api.RestResource;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.SecurityContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Features and bundles. Titles come in the language of {@code Accept-Language}. */
@Component(service = ExtensionResource.class)
@RestResource
@Path("extensions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "extensions")
public final class ExtensionResource {
    private final Extensions extensions;

    @Activate
    public ExtensionResource(@Reference Extensions extensions) {
        this.extensions = extensions;
    }

    @GET
    @Path("features")
    @Operation(summary = "Features of the product, on or off, with what they bring and how they do")
    public List<FeatureJson> features(@Context SecurityContext who, @Context HttpHeaders headers) {
        return extensions.features(Caller.of(who), language(headers)).stream().map(FeatureJson::of).toList();
    }

    @GET
    @Path("features/{name}/impact")
    @Operation(summary = "What switching a feature off would touch; nothing is done")
    public ImpactJson featureImpact(@Context SecurityContext who, @Context HttpHeaders headers, @PathParam("name") String name) {
        return ImpactJson.of(extensions.preview(Caller.of(who), name, language(headers)));
    }

    @PUT
    @Path("features/{name}")
    @Operation(summary = "Switches a feature on or off; answers with all features when that is done")
    public List<FeatureJson> change(@Context SecurityContext who, @Context HttpHeaders headers, @PathParam("name") String name, FeatureIn in) {
        Actor by = Caller.of(who);
        new Problems().check(in.on() != null, "on", "required", "must not be empty").throwIfAny();
        if (in.on()) {
            extensions.switchOn(by, name);
        } else {
            extensions.switchOff(by, name, Boolean.TRUE.equals(in.withDependents()));
        }
        return features(who, headers);
    }

    @GET
    @Path("bundles")
    @Operation(summary = "Bundles of the product and dropped ones, with what they bring and how they do")
    public List<BundleJson> bundles(@Context SecurityContext who, @Context HttpHeaders headers) {
        return extensions.bundles(Caller.of(who), language(headers)).stream().map(BundleJson::of).toList();
    }

    @GET
    @Path("bundles/{id}")
    @Operation(summary = "One bundle")
    public BundleJson bundle(@Context SecurityContext who, @Context HttpHeaders headers, @PathParam("id") long id) {
        return BundleJson.of(extensions.bundle(Caller.of(who), id, language(headers)));
    }

    @GET
    @Path("bundles/{id}/impact")
    @Operation(summary = "What stopping or removing a bundle would touch; nothing is done")
    public ImpactJson bundleImpact(@Context SecurityContext who, @Context HttpHeaders headers, @PathParam("id") long id) {
        return ImpactJson.of(extensions.preview(Caller.of(who), id, language(headers)));
    }

    @POST
    @Path("bundles")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @LargeBody
    @Operation(summary = "Drops a bundle into the deploy folder, in place of a file of that name; it starts within seconds")
    public Response install(@Context SecurityContext who, @QueryParam("fileName") String fileName, InputStream jar) {
        extensions.install(Caller.of(who), fileName, jar);
        return Response.accepted().build();
    }

    @PUT
    @Path("bundles/{id}")
    @Operation(summary = "Starts or stops a dropped bundle")
    public BundleJson change(@Context SecurityContext who, @Context HttpHeaders headers, @PathParam("id") long id, BundleIn in) {
        Actor by = Caller.of(who);
        new Problems().check(in.running() != null, "running", "required", "must not be empty").throwIfAny();
        if (in.running()) {
            extensions.start(by, id);
        } else {
            extensions.stop(by, id);
        }
        return bundle(who, headers, id);
    }

    @DELETE
    @Path("bundles/{id}")
    @Operation(summary = "Deletes a dropped bundle from the deploy folder; it is gone within seconds")
    public Response remove(@Context SecurityContext who, @PathParam("id") long id) {
        extensions.remove(Caller.of(who), id);
        return Response.accepted().build();
    }

    private static Locale language(HttpHeaders headers) {
        Locale asked = headers.getAcceptableLanguages().isEmpty() ? Locale.ENGLISH : headers.getAcceptableLanguages().get(0);
        return asked.getLanguage().isEmpty() || asked.getLanguage().equals("*") ? Locale.ENGLISH : asked;
    }
}
