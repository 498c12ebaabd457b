package io.amphora.assignment.rest;

import io.amphora.assignment.api.Assignments;
import io.amphora.assignment.api.Assignments.RuleInfo;
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

/** The assignment rules that are there now. */
@Component(service = RuleResource.class)
@RestResource
@Path("assignment/rules")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "assignment")
public final class RuleResource {
    private final Assignments assignments;

    @Activate
    public RuleResource(@Reference Assignments assignments) {
        this.assignments = assignments;
    }

    @GET
    @Operation(summary = "The rules that take part now, in the order they are asked, and how they have done")
    public List<RuleInfo> rules(@Context SecurityContext who, @Context HttpHeaders headers) {
        Locale first = headers.getAcceptableLanguages().get(0);
        return assignments.rules(Caller.of(who), first.getLanguage().equals("*") ? Locale.ENGLISH : first);
    }
}
