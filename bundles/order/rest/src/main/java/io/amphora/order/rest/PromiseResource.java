package io.amphora.order.rest;

import io.amphora.order.api.Order;
import io.amphora.order.api.OrderDates;
import io.amphora.order.api.OrderQueries;
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
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import javax.ws.rs.Consumes;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
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

/** The day promised to the customer. */
@Component(service = PromiseResource.class)
@RestResource
@OneTransaction
@Path("orders/{id}/promise")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "orders")
public final class PromiseResource {
    private final OrderDates dates;
    private final OrderQueries queries;

    @Activate
    public PromiseResource(@Reference OrderDates dates, @Reference OrderQueries queries) {
        this.queries = queries;
        this.dates = dates;
    }

    /** Which day, of what. */
    public record PromiseIn(@Schema(description = "absent or empty: the order; else these lines") List<Long> lineIds, @NotNull LocalDate date,
                            @Schema(description = "required where another day was promised before") String reason) {
    }

    @POST
    @Operation(summary = "Promises a day, of the whole order or of some lines; the first promise stays", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = OrderJson.class))))
    public Response promise(@Context SecurityContext who, @PathParam("id") long id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, PromiseIn in) {
        Order order = dates.promise(Caller.of(who), id, ETags.ifMatch(ifMatch), in.lineIds() == null ? Set.of() : Set.copyOf(in.lineIds()), in.date(), in.reason());
        return Answers.ok(order.version(), OrderJson.of(order, Possible.of(Caller.of(who), queries, order)));
    }
}
