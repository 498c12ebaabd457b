package io.amphora.web.core;

import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.common.Problems;
import io.amphora.web.api.AnyQuery;
import io.amphora.web.api.Answers;
import io.amphora.web.api.Caller;
import io.amphora.web.api.ETags;
import io.amphora.web.api.Given;
import io.amphora.web.api.LargeBody;
import io.amphora.web.api.OneTransaction;
import io.amphora.web.api.PageResponse;
import io.amphora.web.api.Paging;
import io.amphora.web.api.Public;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import javax.ws.rs.BeanParam;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.SecurityContext;

/** A resource as the domains write them. */
@Path("things")
@Produces("application/json")
@Consumes("application/json")
public class SampleResource {
    /** A kind. */
    public enum Kind { SMALL, LARGE }

    /** A part of a thing. */
    public record PartIn(String name, BigDecimal quantity) {
    }

    /** A thing as it comes. */
    public record ThingIn(String name, Kind kind, int count, boolean active, Instant at, LocalDate due, PartIn main, List<PartIn> parts) {
    }

    @GET
    public PageResponse<String> list(@Context SecurityContext who, @BeanParam Paging paging, @QueryParam("kind") Kind kind, @QueryParam("from") LocalDate from,
            @QueryParam("least") BigDecimal least, @QueryParam("open") Boolean open) {
        return new PageResponse<>(List.of(Caller.of(who).name(), kind + " " + from + " " + least + " " + open, "" + paging.request().size()), null);
    }

    @POST
    public ThingIn echo(ThingIn in) {
        return in;
    }

    @GET
    @Path("{id}")
    public Response one(@PathParam("id") long id) {
        throw switch ((int) id) {
            case 1 -> new AmphoraException.NotFound("thing", id);
            case 2 -> new AmphoraException.Refused(List.of(Problem.of("", "stock.short", "only {0} left", 3), Problem.of("customer", "blocked", "is blocked")));
            case 3 -> new AmphoraException.NotPermitted("bob", "thing.read");
            case 4 -> new AmphoraException.Stale("thing", 4, 1, 2);
            default -> new IllegalStateException("secret inner detail");
        };
    }

    /** What is to be changed of a thing. */
    public record ChangeIn(Given<String> note, Given<LocalDate> due) {
    }

    @POST
    @Path("changed")
    public List<String> changed(ChangeIn in) {
        return List.of(String.valueOf(Given.or(in.note(), "kept")), String.valueOf(Given.or(in.due(), LocalDate.of(2026, 1, 2))));
    }

    @POST
    @Path("checked")
    @OneTransaction
    public ThingIn checked(ThingIn in) {
        Problems problems = new Problems();
        problems.text("name", in.name(), 10);
        problems.positive("main.quantity", in.main() == null ? null : in.main().quantity(), 2);
        problems.check(in.count() < 5, "count", "too-large", "is too large");
        problems.throwIfAny();
        return in;
    }

    @GET
    @Path("any")
    @AnyQuery
    public Response any() {
        return Response.ok("{}").build();
    }

    @PUT
    @Path("{id}")
    public Response change(@PathParam("id") long id, @HeaderParam("If-Match") String ifMatch, ThingIn in) {
        return Answers.ok(ETags.ifMatch(ifMatch) + 1, in);
    }

    @Public
    @GET
    @Path("open")
    public String open() {
        return "\"open\"";
    }

    @LargeBody
    @POST
    @Path("upload")
    @Consumes({"text/csv", "multipart/form-data"})
    public String upload(InputStream in) throws IOException {
        return "\"" + in.transferTo(java.io.OutputStream.nullOutputStream()) + "\"";
    }
}
