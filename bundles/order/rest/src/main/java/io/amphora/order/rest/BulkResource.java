package io.amphora.order.rest;

import io.amphora.common.Actor;
import io.amphora.order.api.BulkAction;
import io.amphora.order.api.BulkRequest;
import io.amphora.order.api.BulkRow;
import io.amphora.order.api.BulkRun;
import io.amphora.order.api.HoldType;
import io.amphora.order.api.OrderBulk;
import io.amphora.web.api.Answers;
import io.amphora.web.api.Caller;
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
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javax.ws.rs.BeanParam;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
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

/** The same step on many orders, in the background, with an answer per order. */
@Component(service = BulkResource.class)
@RestResource
@OneTransaction
@Path("orders/bulk")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "orders")
public final class BulkResource {
    private final OrderBulk bulk;
    private final Idempotency idempotency;
    private final ProblemTexts texts;

    @Activate
    public BulkResource(@Reference OrderBulk bulk, @Reference Idempotency idempotency, @Reference ProblemTexts texts) {
        this.bulk = bulk;
        this.idempotency = idempotency;
        this.texts = texts;
    }

    /** One of the orders. */
    public record TargetIn(@NotNull Long id, @Schema(description = "as you saw it: one that changed since is refused; absent: as it stands when its turn comes") Long version) {
    }

    /** What is to be done to which. */
    public record BulkIn(@NotNull BulkAction action, @NotNull List<TargetIn> orders, @Schema(description = "for REJECT, CANCEL, COME_BACK, LOSE, HOLD, RELEASE; for APPROVE where the review found something") String reason,
                         @Schema(description = "for ASSIGN; absent: the rules of assignment choose for each order") Long locationId, @Schema(description = "for ASSIGN") String assignee, @Schema(description = "for HOLD and RELEASE") HoldType hold,
                         @Schema(description = "for HOLD: when it ends by itself") Instant until, @Schema(description = "for SHIP") String carrier,
                         @Schema(description = "what people see in the bell") String title) {
        BulkRequest toRequest() {
            return new BulkRequest(action, orders == null ? List.of() : orders.stream().map(o -> new BulkRequest.Target(o.id() == null ? 0 : o.id(), o.version())).toList(), null, reason, locationId,
                    assignee, hold, until, carrier, title);
        }
    }

    /** What became of one order. */
    public record RowJson(int row, long orderId, String number, BulkRow.Outcome outcome, @Schema(description = "why it was refused") List<ProblemJson> problems) {
        static RowJson of(BulkRow r, ProblemTexts texts, List<Locale> languages) {
            return new RowJson(r.row(), r.orderId(), r.number(), r.outcome(), r.problems().stream().map(p -> new ProblemJson(p.field(), p.code(), texts.of(p, languages))).toList());
        }
    }

    /** A reason. */
    public record ProblemJson(String field, String code, String detail) {
    }

    @POST
    @Operation(summary = "Does a step to many orders in the background; each is done or refused for itself",
            responses = @ApiResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = BulkRun.class))))
    public Response submit(@Context SecurityContext who, @HeaderParam(Idempotency.HEADER) String key, BulkIn in) {
        Actor by = Caller.of(who);
        Supplier<Response> work = () -> {
            BulkRun run = bulk.submit(by, in.toRequest());
            return Answers.accepted("orders/bulk/" + run.id(), run);
        };
        return key == null || key.isEmpty() ? work.get() : idempotency.run(by, key, "POST orders/bulk " + in, work);
    }

    @GET
    @Operation(summary = "Own runs, newest first")
    public PageResponse<BulkRun> list(@Context SecurityContext who, @BeanParam Paging paging) {
        return PageResponse.of(bulk.list(Caller.of(who), paging.request()));
    }

    @GET
    @Path("{run}")
    @Operation(summary = "How far a run is")
    public BulkRun one(@Context SecurityContext who, @PathParam("run") long run) {
        return bulk.find(Caller.of(who), run);
    }

    @GET
    @Path("{run}/rows")
    @Operation(summary = "What became of each order")
    public PageResponse<RowJson> rows(@Context SecurityContext who, @Context HttpHeaders headers, @PathParam("run") long run,
                                      @Parameter(description = "may be repeated: one of these") @QueryParam("outcome") List<BulkRow.Outcome> outcome, @BeanParam Paging paging) {
        return PageResponse.of(bulk.rows(Caller.of(who), run, outcome == null ? List.of() : outcome, paging.request()),
                r -> RowJson.of(r, texts, headers.getAcceptableLanguages()));
    }

    @POST
    @Path("{run}/cancel")
    @Operation(summary = "Stops a run: what is done stays", responses = @ApiResponse(responseCode = "204", description = "asked to stop"))
    public Response cancel(@Context SecurityContext who, @PathParam("run") long run) {
        bulk.cancel(Caller.of(who), run);
        return Response.noContent().build();
    }
}
