package io.amphora.order.rest;

import io.amphora.common.Actor;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderTemplate;
import io.amphora.order.api.OrderTemplates;
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
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
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

/** Named orders to begin from. */
@Component(service = OrderTemplateResource.class)
@RestResource
@OneTransaction
@Path("order-templates")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "order templates")
public final class OrderTemplateResource {
    private final OrderTemplates templates;
    private final Idempotency idempotency;

    @Activate
    public OrderTemplateResource(@Reference OrderTemplates templates, @Reference Idempotency idempotency) {
        this.templates = templates;
        this.idempotency = idempotency;
    }

    /** What is ordered. */
    public record TemplateLineIn(@NotNull @Size(max = 40) String sku, @NotNull BigDecimal quantity, @Schema(description = "absent: the list price of the day") BigDecimal unitPrice) {
    }

    /** What a template says. */
    public record TemplateIn(@NotBlank @Size(max = 100) String name, @Schema(description = "absent: shared, for all customers") Long customerId, String currency, @Size(max = 2000) String note,
                             @NotEmpty List<TemplateLineIn> lines) {
        OrderTemplates.Content content() {
            List<TemplateLineIn> all = lines == null ? List.of() : lines;
            return new OrderTemplates.Content(name, customerId, currency, note, all.stream().map(l -> new OrderTemplate.Line(l.sku(), l.quantity(), l.unitPrice())).toList());
        }
    }

    /** A template like this order. */
    public record FromOrderIn(@NotNull Long orderId, @NotBlank String name, boolean shared) {
    }

    /** For whom. */
    public record DraftIn(@Schema(description = "absent: the template's own") Long customerId) {
    }

    @GET
    @Operation(summary = "Templates, by name")
    public PageResponse<OrderTemplate> list(@Context SecurityContext who, @Parameter(description = "beginning of the name") @QueryParam("text") String text,
                                            @Parameter(description = "those of this customer and the shared ones") @QueryParam("customer") Long customer, @BeanParam Paging paging) {
        return PageResponse.of(templates.list(Caller.of(who), text, customer, paging.request()));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One template", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = OrderTemplate.class))))
    public Response one(@Context SecurityContext who, @PathParam("id") long id) {
        return ok(templates.find(Caller.of(who), id));
    }

    @POST
    @Operation(summary = "Makes a template", responses = @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = OrderTemplate.class))))
    public Response create(@Context SecurityContext who, @HeaderParam(Idempotency.HEADER) String key, TemplateIn in) {
        Actor by = Caller.of(who);
        return idempotency.run(by, key, "POST order-templates " + in, () -> created(templates.create(by, in.content())));
    }

    @POST
    @Path("from-order")
    @Operation(summary = "Makes a template of what an order wants", responses = @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = OrderTemplate.class))))
    public Response fromOrder(@Context SecurityContext who, @HeaderParam(Idempotency.HEADER) String key, FromOrderIn in) {
        Actor by = Caller.of(who);
        return idempotency.run(by, key, "POST order-templates/from-order " + in, () -> created(templates.fromOrder(by, in.orderId(), in.name(), in.shared())));
    }

    @PUT
    @Path("{id}")
    @Operation(summary = "Replaces what a template says", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = OrderTemplate.class))))
    public Response change(@Context SecurityContext who, @PathParam("id") long id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, TemplateIn in) {
        return ok(templates.change(Caller.of(who), id, ETags.ifMatch(ifMatch), in.content()));
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Deletes a template that nothing recurs from", responses = @ApiResponse(responseCode = "204", description = "done"))
    public Response delete(@Context SecurityContext who, @PathParam("id") long id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        templates.delete(Caller.of(who), id, ETags.ifMatch(ifMatch));
        return Response.noContent().build();
    }

    @POST
    @Path("{id}/draft")
    @Operation(summary = "Drafts an order from it", responses = @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = OrderJson.class))))
    public Response draft(@Context SecurityContext who, @PathParam("id") long id, @HeaderParam(Idempotency.HEADER) String key, DraftIn in) {
        Actor by = Caller.of(who);
        return idempotency.run(by, key, "POST order-templates/" + id + "/draft " + in, () -> {
            Order draft = templates.draft(by, id, in == null ? null : in.customerId(), "rest");
            return Answers.created("orders/" + draft.id(), draft.version(), OrderJson.of(draft));
        });
    }

    private static Response created(OrderTemplate t) {
        return Answers.created("order-templates/" + t.id(), t.version(), t);
    }

    private static Response ok(OrderTemplate t) {
        return Answers.ok(t.version(), t);
    }
}
