package io.amphora.order.rest;

import io.amphora.common.Actor;
import io.amphora.order.api.OrderBackorders;
import io.amphora.order.api.OrderBackorders.Policy;
import io.amphora.order.api.OrderBackorders.Waiting;
import io.amphora.web.api.Answers;
import io.amphora.web.api.Caller;
import io.amphora.web.api.ETags;
import io.amphora.web.api.OneTransaction;
import io.amphora.web.api.PageResponse;
import io.amphora.web.api.Paging;
import io.amphora.web.api.RestResource;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotBlank;
import java.util.Map;
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

/** Lines that wait for stock, and whether they may. */
@Component(service = BackorderResource.class)
@RestResource
@OneTransaction
@Path("backorders")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "orders")
public final class BackorderResource {
    private final OrderBackorders backorders;

    @Activate
    public BackorderResource(@Reference OrderBackorders backorders) {
        this.backorders = backorders;
    }

    /** Whether short lines may wait. */
    public record PolicyJson(@Schema(description = "for products that say nothing") Policy policy, @Schema(description = "by SKU") Map<String, Policy> products) {
    }

    /** What holds from now on. */
    public record PolicyIn(@Schema(description = "absent for a product: as the installation says") Policy policy) {
    }

    /** In how many days short stock usually comes. */
    public record LeadDaysJson(@Schema(description = "of products that say nothing; absent: nothing is promised by itself") Integer all, @Schema(description = "by SKU") Map<String, Integer> products) {
    }

    /** What holds from now on. */
    public record LeadDaysIn(@Schema(description = "0 to 730; absent: nothing is said") Integer days) {
    }

    /** Of which product. */
    public record AllocateIn(@NotBlank String sku) {
    }

    /** How many lines got some. */
    public record AllocatedJson(int lines) {
    }

    @GET
    @Operation(summary = "Lines that wait, in the order in which they will get stock")
    public PageResponse<Waiting> waiting(@Context SecurityContext who, @QueryParam("sku") String sku, @BeanParam Paging paging) {
        return PageResponse.of(backorders.waiting(Caller.of(who), sku, paging.request()));
    }

    @GET
    @Path("policy")
    @Operation(summary = "Whether short lines may wait for stock", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = PolicyJson.class))))
    public Response policy(@Context SecurityContext who) {
        Actor by = Caller.of(who);
        long version = backorders.policyVersion(by);
        return Answers.ok(version, new PolicyJson(backorders.policy(by), backorders.products(by)));
    }

    @PUT
    @Path("policy")
    @Operation(summary = "Whether short lines may wait, of products that say nothing; for orders placed from a few seconds later on", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = PolicyJson.class))))
    public Response setPolicy(@Context SecurityContext who, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, PolicyIn in) {
        backorders.setPolicy(Caller.of(who), in.policy(), ETags.ifMatch(ifMatch));
        return policy(who);
    }

    @PUT
    @Path("policy/{sku}")
    @Operation(summary = "Whether short lines of a product may wait; If-Match is the ETag of all policies", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = PolicyJson.class))))
    public Response setProduct(@Context SecurityContext who, @PathParam("sku") String sku, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, PolicyIn in) {
        backorders.setProduct(Caller.of(who), sku, in.policy(), ETags.ifMatch(ifMatch));
        return policy(who);
    }

    @GET
    @Path("lead-days")
    @Operation(summary = "In how many days short stock usually comes: what is promised for lines that wait", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = LeadDaysJson.class))))
    public Response leadDays(@Context SecurityContext who) {
        Actor by = Caller.of(who);
        long version = backorders.leadDaysVersion(by);
        OrderBackorders.LeadDays days = backorders.leadDays(by);
        return Answers.ok(version, new LeadDaysJson(days.all(), days.products()));
    }

    @PUT
    @Path("lead-days")
    @Operation(summary = "In how many days short stock comes, of products that say nothing; for lines that begin to wait a few seconds later", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = LeadDaysJson.class))))
    public Response setLeadDays(@Context SecurityContext who, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, LeadDaysIn in) {
        backorders.setLeadDays(Caller.of(who), null, in.days(), ETags.ifMatch(ifMatch));
        return leadDays(who);
    }

    @PUT
    @Path("lead-days/{sku}")
    @Operation(summary = "In how many days short stock of a product comes; If-Match is the ETag of all lead days", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = LeadDaysJson.class))))
    public Response setProductLeadDays(@Context SecurityContext who, @PathParam("sku") String sku, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, LeadDaysIn in) {
        backorders.setLeadDays(Caller.of(who), sku, in.days(), ETags.ifMatch(ifMatch));
        return leadDays(who);
    }

    @POST
    @Path("allocate")
    @Operation(summary = "Gives free stock of a product to lines that wait now; it happens by itself, too")
    public AllocatedJson allocate(@Context SecurityContext who, AllocateIn in) {
        return new AllocatedJson(backorders.allocate(Caller.of(who), in.sku()));
    }
}
