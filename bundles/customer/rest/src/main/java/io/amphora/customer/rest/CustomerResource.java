package io.amphora.customer.rest;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.customer.api.Customer;
import io.amphora.customer.api.CustomerFilter;
import io.amphora.customer.api.Customers;
import io.amphora.web.api.Answers;
import io.amphora.web.api.Caller;
import io.amphora.web.api.ETags;
import io.amphora.web.api.Idempotency;
import io.amphora.web.api.OneTransaction;
import io.amphora.web.api.PageResponse;
import io.amphora.web.api.Paging;
import io.amphora.web.api.RestResource;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
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

/** Who buys. */
@Component(service = CustomerResource.class)
@RestResource
@OneTransaction
@Path("customers")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "customers")
public final class CustomerResource {
    private final Customers customers;
    private final Idempotency idempotency;

    @Activate
    public CustomerResource(@Reference Customers customers, @Reference Idempotency idempotency) {
        this.customers = customers;
        this.idempotency = idempotency;
    }

    @GET
    @Operation(summary = "Customers, newest first", description = "text: beginning of number, any word of the name, e-mail or phone")
    public PageResponse<CustomerJson> list(@Context SecurityContext who, @QueryParam("text") String text, @QueryParam("country") String country,
                                           @QueryParam("blocked") Boolean blocked, @BeanParam Paging paging) {
        return PageResponse.of(customers.list(Caller.of(who), new CustomerFilter(text, country, blocked), paging.request()), CustomerJson::of);
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One customer", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = CustomerJson.class))))
    public Response one(@Context SecurityContext who, @PathParam("id") long id) {
        return answer(customers.find(Caller.of(who), id));
    }

    @GET
    @Path("by-number/{number}")
    @Operation(summary = "One customer by its number", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = CustomerJson.class))))
    public Response byNumber(@Context SecurityContext who, @PathParam("number") String number) {
        return answer(customers.findByNumber(Caller.of(who), number).orElseThrow(() -> new AmphoraException.NotFound("customer", number)));
    }

    @POST
    @Operation(summary = "Adds a customer", responses = @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = CustomerJson.class))))
    public Response add(@Context SecurityContext who, @HeaderParam(Idempotency.HEADER) String key, CustomerIn in) {
        Actor by = Caller.of(who);
        return idempotency.run(by, key, "POST customers " + in, () -> {
            Customer customer = customers.create(by, in.toData());
            return Answers.created("customers/" + customer.id(), customer.version(), CustomerJson.of(customer));
        });
    }

    @PUT
    @Path("{id}")
    @Operation(summary = "Changes a customer, all fields and addresses", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = CustomerJson.class))))
    public Response change(@Context SecurityContext who, @PathParam("id") long id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, CustomerIn in) {
        return answer(customers.change(Caller.of(who), id, ETags.ifMatch(ifMatch), in.toData()));
    }

    private static Response answer(Customer customer) {
        return Answers.ok(customer.version(), CustomerJson.of(customer));
    }
}
