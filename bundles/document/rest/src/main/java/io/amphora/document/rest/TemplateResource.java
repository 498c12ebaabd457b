package io.amphora.document.rest;

import io.amphora.document.api.Documents;
import io.amphora.web.api.Caller;
import io.amphora.web.api.RestResource;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.SecurityContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The templates that documents are made from. */
@Component(service = TemplateResource.class)
@RestResource
@Path("documents/templates")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "documents")
public final class TemplateResource {
    private final Documents documents;

    @Activate
    public TemplateResource(@Reference Documents documents) {
        this.documents = documents;
    }

    @GET
    @Operation(summary = "The templates that are there now, by kind, the first asked first, and how they have done")
    public List<TemplateJson> templates(@Context SecurityContext who, @Context HttpHeaders headers) {
        Locale first = headers.getAcceptableLanguages().get(0);
        return documents.templates(Caller.of(who), first.getLanguage().equals("*") ? Locale.ENGLISH : first).stream().map(TemplateJson::of).toList();
    }
}
