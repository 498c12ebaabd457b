package io.amphora.order.rest;

import io.amphora.common.Actor;
import io.amphora.order.api.OrderApprovals;
import io.amphora.order.api.OrderApprovals.Absence;
import io.amphora.order.api.OrderApprovals.Removed;
import io.amphora.order.api.OrderApprovals.Rule;
import io.amphora.order.api.OrderApprovals.Step;
import io.amphora.web.api.Answers;
import io.amphora.web.api.Caller;
import io.amphora.web.api.ETags;
import io.amphora.web.api.OneTransaction;
import io.amphora.web.api.PageResponse;
import io.amphora.web.api.Paging;
import io.amphora.web.api.RestResource;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import javax.ws.rs.BeanParam;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
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

/** Steps of approval: rules, what waits for whom, who stands in. Deciding is {@code POST orders/{id}/approve}. */
@Component(service = ApprovalResource.class)
@RestResource
@OneTransaction
@Path("approvals")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "review")
public final class ApprovalResource {
    private final OrderApprovals approvals;

    @Activate
    public ApprovalResource(@Reference OrderApprovals approvals) {
        this.approvals = approvals;
    }

    /** Who is away, who stands in, both days included; without a person: the caller. */
    public record AbsenceIn(String person, String substitute, LocalDate from, LocalDate to) {
    }

    /** An order whose next step waits for the caller. */
    public record WaitingJson(Step step, OrderRowJson order) {
    }

    @GET
    @Path("mine")
    @Operation(summary = "Orders whose next step waits for the caller, oldest first")
    public PageResponse<WaitingJson> mine(@Context SecurityContext who, @BeanParam Paging paging) {
        return PageResponse.of(approvals.mine(Caller.of(who), paging.request()), w -> new WaitingJson(w.step(), OrderRowJson.of(w.order())));
    }

    @GET
    @Path("orders/{id}")
    @Operation(summary = "The steps of an order, in the order they are taken")
    public List<Step> steps(@Context SecurityContext who, @PathParam("id") long id) {
        return approvals.steps(Caller.of(who), id);
    }

    @GET
    @Path("rules")
    @Operation(summary = "When which step is needed")
    public List<Rule> rules(@Context SecurityContext who) {
        return approvals.rules(Caller.of(who));
    }

    @POST
    @Path("rules")
    @Operation(summary = "Adds a rule; it holds for orders placed from a few seconds later on", responses = @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Rule.class))))
    public Response add(@Context SecurityContext who, Rule rule) {
        Rule saved = approvals.save(Caller.of(who), with(null, rule), 0);
        return Answers.created("approvals/rules/" + saved.id(), 0, saved);
    }

    @GET
    @Path("rules/{id}")
    @Operation(summary = "One rule", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = Rule.class))))
    public Response rule(@Context SecurityContext who, @PathParam("id") long id) {
        Actor by = Caller.of(who);
        long version = approvals.version(by, id);
        return Answers.ok(version, approvals.rule(by, id));
    }

    @PUT
    @Path("rules/{id}")
    @Operation(summary = "Changes a rule; steps of orders stay as they are", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = Rule.class))))
    public Response change(@Context SecurityContext who, @PathParam("id") long id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, Rule rule) {
        approvals.save(Caller.of(who), with(id, rule), ETags.ifMatch(ifMatch));
        return rule(who, id);
    }

    private static Rule with(Long id, Rule r) {
        return new Rule(id, r.name(), r.active(), r.minTotal(), r.currency(), r.minDiscount(), r.maxMargin(), r.customerId(), r.channel(), r.step(), r.role(), r.person(), r.hours(), r.escalateTo());
    }

    @DELETE
    @Path("rules/{id}")
    @Operation(summary = "Removes a rule; refused while orders wait for a step of it, unless these fall with it", responses = {
        @ApiResponse(responseCode = "204", description = "gone, no order waited for it"), @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Removed.class)))})
    public Response remove(@Context SecurityContext who, @PathParam("id") long id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
                           @Parameter(description = "true: steps that orders wait for fall, and orders that wait for nothing else pass") @QueryParam("withSteps") boolean withSteps) {
        Removed removed = approvals.remove(Caller.of(who), id, ETags.ifMatch(ifMatch), withSteps);
        return withSteps ? Response.ok(removed).build() : Response.noContent().build();
    }

    @GET
    @Path("absences")
    @Operation(summary = "Own absences; of all for who may set up the review")
    public List<Absence> absences(@Context SecurityContext who) {
        return approvals.absences(Caller.of(who));
    }

    @POST
    @Path("absences")
    @Operation(summary = "Somebody is away, and somebody stands in", responses = @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Absence.class))))
    public Response away(@Context SecurityContext who, AbsenceIn in) {
        return Response.status(Response.Status.CREATED).entity(approvals.away(Caller.of(who), new Absence(0, in.person(), in.substitute(), in.from(), in.to()))).build();
    }

    @DELETE
    @Path("absences/{id}")
    @Operation(summary = "Somebody is back", responses = @ApiResponse(responseCode = "204", description = "gone"))
    public Response back(@Context SecurityContext who, @PathParam("id") long id) {
        approvals.back(Caller.of(who), id);
        return Response.noContent().build();
    }
}
