package io.amphora.payment.rest;

import io.amphora.payment.api.Payment;
import io.amphora.payment.api.PaymentDesk;
import io.amphora.payment.api.PaymentDesk.NewPayment;
import io.amphora.payment.api.PaymentPosition;
import io.amphora.payment.api.Payments;
import io.amphora.payment.rest.PaymentIn.NewIn;
import io.amphora.payment.rest.PaymentIn.TermsIn;
import io.amphora.web.api.Answers;
import io.amphora.web.api.Caller;
import io.amphora.web.api.ETags;
import io.amphora.web.api.Idempotency;
import io.amphora.web.api.OneTransaction;
import io.amphora.web.api.RestResource;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
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

/** The payments of one order. */
@Component(service = OrderPaymentsResource.class)
@RestResource
@OneTransaction
@Path("orders/{order}/payments")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "payments")
public final class OrderPaymentsResource {
    private final Payments payments;
    private final PaymentDesk desk;

    @Activate
    public OrderPaymentsResource(@Reference Payments payments, @Reference PaymentDesk desk) {
        this.payments = payments;
        this.desk = desk;
    }

    @GET
    @Operation(summary = "What the order owes and has paid, with its payments", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = PositionJson.class))))
    public Response position(@Context SecurityContext who, @PathParam("order") long order) {
        return ok(payments.position(Caller.of(who), order));
    }

    @POST
    @Operation(summary = "A payment to come: a deposit or a part",
            responses = @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = PaymentJson.class))))
    public Response add(@Context SecurityContext who, @PathParam("order") long order, @HeaderParam(Idempotency.HEADER) String key, NewIn in) {
        NewPayment wanted = new NewPayment(in.kind(), in.method(), in.gateway(), in.amount(), in.dueOn(), in.note());
        Payment p = desk.add(Caller.of(who), order, wanted, PaymentResource.key(key));
        return Answers.created("payments/" + p.id(), p.version(), PaymentJson.of(p));
    }

    @PUT
    @Path("terms")
    @Operation(summary = "When the order is to be paid", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = PositionJson.class))))
    public Response terms(@Context SecurityContext who, @PathParam("order") long order, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, TermsIn in) {
        return ok(desk.terms(Caller.of(who), order, ETags.ifMatch(ifMatch), in.terms()));
    }

    private static Response ok(PaymentPosition p) {
        return Answers.ok(p.version(), PositionJson.of(p));
    }
}
