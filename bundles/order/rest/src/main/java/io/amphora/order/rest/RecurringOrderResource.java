package io.amphora.order.rest;

import io.amphora.common.Actor;
import io.amphora.common.Problems;
import io.amphora.common.Problem;
import io.amphora.order.api.OrderPlan;
import io.amphora.order.api.OrderPlans;
import io.amphora.order.api.Schedule;
import io.amphora.web.api.Answers;
import io.amphora.web.api.Caller;
import io.amphora.web.api.ETags;
import io.amphora.web.api.Idempotency;
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
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
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
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.SecurityContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Orders on a schedule, and what became of each day. */
@Component(service = RecurringOrderResource.class)
@RestResource
@OneTransaction
@Path("recurring-orders")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "recurring orders")
public final class RecurringOrderResource {
    private final OrderPlans plans;
    private final Idempotency idempotency;

    @Activate
    public RecurringOrderResource(@Reference OrderPlans plans, @Reference Idempotency idempotency) {
        this.plans = plans;
        this.idempotency = idempotency;
    }

    /** What recurs, for whom, when. */
    public record PlanIn(@NotNull Long templateId, @NotNull Long customerId, @NotNull Schedule schedule) {
    }

    /** Another schedule. */
    public record ScheduleIn(@NotNull Schedule schedule) {
    }

    /** Why. */
    public record WhyIn(@NotBlank String reason) {
    }

    /** Why there is no order yet. */
    public record ReasonJson(String field, String code, String message) {
        static ReasonJson of(Problem p) {
            return new ReasonJson(p.field(), p.code(), p.message());
        }
    }

    /** One day's order. */
    public record RunJson(long id, long planId, LocalDate dueOn, OrderPlan.RunState state, Long orderId, List<ReasonJson> problems, int attempts, Instant nextTry, String note, Instant changedAt,
                          long version) {
        static RunJson of(OrderPlan.Run r) {
            return new RunJson(r.id(), r.planId(), r.dueOn(), r.state(), r.orderId(), r.problems().stream().map(ReasonJson::of).toList(), r.attempts(), r.nextTry(), r.note(), r.changedAt(),
                    r.version());
        }
    }

    @GET
    @Operation(summary = "Recurring orders, newest first")
    public PageResponse<OrderPlan> list(@Context SecurityContext who, @Parameter(description = "id of the customer") @QueryParam("customer") Long customer, @BeanParam Paging paging) {
        return PageResponse.of(plans.list(Caller.of(who), customer, paging.request()));
    }

    @POST
    @Operation(summary = "Plans a recurring order", responses = @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = OrderPlan.class))))
    public Response create(@Context SecurityContext who, @HeaderParam(Idempotency.HEADER) String key, PlanIn in) {
        Actor by = Caller.of(who);
        return idempotency.run(by, key, "POST recurring-orders " + in, () -> {
            Problems problems = new Problems();
            problems.check(in.templateId() != null, "templateId", "required", "must not be empty");
            problems.check(in.customerId() != null, "customerId", "required", "must not be empty");
            problems.check(in.schedule() != null, "schedule", "required", "must not be empty");
            problems.throwIfAny();
            OrderPlan made = plans.create(by, in.templateId(), in.customerId(), in.schedule());
            return Answers.created("recurring-orders/" + made.id(), made.version(), made);
        });
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One recurring order", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = OrderPlan.class))))
    public Response one(@Context SecurityContext who, @PathParam("id") long id) {
        return ok(plans.find(Caller.of(who), id));
    }

    @PUT
    @Path("{id}")
    @Operation(summary = "Another schedule from now on", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = OrderPlan.class))))
    public Response change(@Context SecurityContext who, @PathParam("id") long id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, ScheduleIn in) {
        return ok(plans.change(Caller.of(who), id, ETags.ifMatch(ifMatch), in.schedule()));
    }

    @POST
    @Path("{id}/pause")
    @Operation(summary = "Passes over the days that come", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = OrderPlan.class))))
    public Response pause(@Context SecurityContext who, @PathParam("id") long id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return ok(plans.pause(Caller.of(who), id, ETags.ifMatch(ifMatch), true));
    }

    @POST
    @Path("{id}/resume")
    @Operation(summary = "Goes on after a pause", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = OrderPlan.class))))
    public Response resume(@Context SecurityContext who, @PathParam("id") long id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return ok(plans.pause(Caller.of(who), id, ETags.ifMatch(ifMatch), false));
    }

    @POST
    @Path("{id}/skip")
    @Operation(summary = "Passes over the next day", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = OrderPlan.class))))
    public Response skip(@Context SecurityContext who, @PathParam("id") long id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, WhyIn in) {
        return ok(plans.skip(Caller.of(who), id, ETags.ifMatch(ifMatch), in.reason()));
    }

    @POST
    @Path("{id}/end")
    @Operation(summary = "Ends it; what it made stays", responses = @ApiResponse(responseCode = "204", description = "done"))
    public Response end(@Context SecurityContext who, @PathParam("id") long id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        plans.end(Caller.of(who), id, ETags.ifMatch(ifMatch));
        return Response.noContent().build();
    }

    @GET
    @Path("runs")
    @Operation(summary = "Days whose order waits for something to be mended, newest first")
    public PageResponse<RunJson> waiting(@Context SecurityContext who, @BeanParam Paging paging) {
        return PageResponse.of(plans.runs(Caller.of(who), null, paging.request()), RunJson::of);
    }

    @GET
    @Path("{id}/runs")
    @Operation(summary = "The days of one recurring order, newest first")
    public PageResponse<RunJson> runs(@Context SecurityContext who, @PathParam("id") long id, @BeanParam Paging paging) {
        return PageResponse.of(plans.runs(Caller.of(who), id, paging.request()), RunJson::of);
    }

    @POST
    @Path("runs/{run}/retry")
    @Operation(summary = "Tries a waiting day now", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = RunJson.class))))
    public Response retry(@Context SecurityContext who, @PathParam("run") long run, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return ok(plans.retry(Caller.of(who), run, ETags.ifMatch(ifMatch)));
    }

    @POST
    @Path("runs/{run}/skip")
    @Operation(summary = "Gives a waiting day up", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = RunJson.class))))
    public Response giveUp(@Context SecurityContext who, @PathParam("run") long run, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, WhyIn in) {
        return ok(plans.giveUp(Caller.of(who), run, ETags.ifMatch(ifMatch), in.reason()));
    }

    private static Response ok(OrderPlan plan) {
        return Answers.ok(plan.version(), plan);
    }

    private static Response ok(OrderPlan.Run run) {
        return Answers.ok(run.version(), RunJson.of(run));
    }
}
