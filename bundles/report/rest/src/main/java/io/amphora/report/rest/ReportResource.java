package io.amphora.report.rest;

import io.amphora.common.Actor;
import io.amphora.report.api.ReportResult;
import io.amphora.report.api.Reports;
import io.amphora.web.api.AnyQuery;
import io.amphora.web.api.Caller;
import io.amphora.web.api.RestResource;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.SecurityContext;
import javax.ws.rs.core.UriInfo;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The reports that are there now. Texts come in the language of {@code Accept-Language}. */
@Component(service = ReportResource.class)
@RestResource
@Path("reports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "reports")
public final class ReportResource {
    private static final String CSV = "text/csv; charset=utf-8";

    private final Reports reports;

    @Activate
    public ReportResource(@Reference Reports reports) {
        this.reports = reports;
    }

    @GET
    @Operation(summary = "The reports that are there now, by title, with the parameters they take")
    public List<ReportJson> list(@Context SecurityContext who, @Context HttpHeaders headers) {
        return reports.list(Caller.of(who), language(headers)).stream().map(ReportJson::of).toList();
    }

    @GET
    @AnyQuery
    @Path("{id: [^/.]+}")
    @Produces({MediaType.APPLICATION_JSON, CSV})
    @Operation(summary = "Runs a report; query parameters are its parameters. As JSON, or as CSV with Accept: text/csv or the path {id}.csv",
            responses = @ApiResponse(content = @Content(schema = @Schema(implementation = ReportResultJson.class))))
    public Response run(@Context SecurityContext who, @Context HttpHeaders headers, @Context UriInfo uri, @PathParam("id") String id) throws IOException {
        if (headers.getAcceptableMediaTypes().get(0).isCompatible(MediaType.valueOf("text/csv")) && !headers.getAcceptableMediaTypes().get(0).isWildcardType()) {
            return csv(who, headers, uri, id);
        }
        ReportResult result = reports.run(Caller.of(who), id, parameters(uri), language(headers));
        return Response.ok(ReportResultJson.of(id, result), MediaType.APPLICATION_JSON).build();
    }

    @GET
    @AnyQuery
    @Path("{id: [^/.]+}.csv")
    @Produces(CSV)
    @Operation(summary = "Runs a report; as CSV (RFC 4180, UTF-8)")
    public Response csv(@Context SecurityContext who, @Context HttpHeaders headers, @Context UriInfo uri, @PathParam("id") String id) throws IOException {
        Actor by = Caller.of(who);
        StringWriter text = new StringWriter();
        reports.csv(by, id, parameters(uri), language(headers), text);
        return Response.ok(text.toString(), CSV).header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + id.replaceAll("[^A-Za-z0-9-]", "_") + ".csv\"").build();
    }

    private static Map<String, String> parameters(UriInfo uri) {
        Map<String, String> parameters = new LinkedHashMap<>();
        uri.getQueryParameters().forEach((name, values) -> parameters.put(name, values.get(0)));
        return parameters;
    }

    private static Locale language(HttpHeaders headers) {
        Locale asked = headers.getAcceptableLanguages().isEmpty() ? Locale.ENGLISH : headers.getAcceptableLanguages().get(0);
        return asked.getLanguage().isEmpty() || asked.getLanguage().equals("*") ? Locale.ENGLISH : asked;
    }
}
