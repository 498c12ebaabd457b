package io.amphora.payment.rest;

import io.amphora.payment.api.Payment;
import io.amphora.payment.api.PaymentDesk;
import io.amphora.payment.api.Payments;
import io.amphora.payment.api.Payments.GatewayInfo;
import io.amphora.payment.rest.PaymentIn.AuthoriseIn;
import io.amphora.payment.rest.PaymentIn.CancelIn;
import io.amphora.payment.rest.PaymentIn.CaptureIn;
import io.amphora.payment.rest.PaymentIn.ConfirmIn;
import io.amphora.payment.rest.PaymentIn.ReceiveIn;
import io.amphora.payment.rest.PaymentIn.RefundIn;
import io.amphora.web.api.Answers;
import io.amphora.web.api.Caller;
import io.amphora.web.api.ETags;
import io.amphora.web.api.Idempotency;
import io.amphora.web.api.PageResponse;
import io.amphora.web.api.Paging;
import io.amphora.web.api.RestResource;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import javax.ws.rs.BeanParam;
import javax.ws.rs.Consumes;
import javax.ws.rs.DefaultValue;
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

/**
 * Payments: find, look at, take, give back. The use cases see to repeated keys themselves, as gateways are asked between their transactions.
 */
@Component(service = PaymentResource.class)
@RestResource
@Path("payments")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "payments")
public final class PaymentResource {
    private final Payments payments;
    private final PaymentDesk desk;

    @Activate
    public PaymentResource(@Reference Payments payments, @Reference PaymentDesk desk) {
        this.payments = payments;
        this.desk = desk;
    }

    @GET
    @Operation(summary = "Payments, newest first; overdue ones the longest first")
    public PageResponse<PaymentJson> list(@Context SecurityContext who, @QueryParam("show") @DefaultValue("ALL") Payments.Show show, @BeanParam Paging paging) {
        return PageResponse.of(payments.list(Caller.of(who), show, paging.request()), PaymentJson::of);
    }

    @GET
    @Path("gateways")
    @Operation(summary = "The payment gateways that are there now, and how they have done")
    public List<GatewayInfo> gateways(@Context SecurityContext who, @Context HttpHeaders headers) {
        Locale language = headers.getAcceptableLanguages().stream().filter(l -> !l.getLanguage().isEmpty() && !l.getLanguage().equals("*")).findFirst().orElse(Locale.ENGLISH);
        return payments.gateways(Caller.of(who), language);
    }

    @GET
    @Path("{id}")
    @Operation(summary = "A payment", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = PaymentJson.class))))
    public Response find(@Context SecurityContext who, @PathParam("id") long id) {
        return ok(payments.find(Caller.of(who), id));
    }

    @GET
    @Path("{id}/steps")
    @Operation(summary = "All that was done with a payment, oldest first")
    public List<StepJson> steps(@Context SecurityContext who, @PathParam("id") long id) {
        return payments.steps(Caller.of(who), id).stream().map(StepJson::of).toList();
    }

    @POST
    @Path("{id}/authorise")
    @Operation(summary = "A gateway sets the amount aside", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = PaymentJson.class))))
    public Response authorise(@Context SecurityContext who, @PathParam("id") long id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @HeaderParam(Idempotency.HEADER) String key,
                              AuthoriseIn in) {
        return ok(desk.authorise(Caller.of(who), id, ETags.ifMatch(ifMatch), in.gateway(), key(key)));
    }

    @POST
    @Path("{id}/capture")
    @Operation(summary = "The gateway collects what it set aside, or a part", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = PaymentJson.class))))
    public Response capture(@Context SecurityContext who, @PathParam("id") long id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @HeaderParam(Idempotency.HEADER) String key, CaptureIn in) {
        return ok(desk.capture(Caller.of(who), id, ETags.ifMatch(ifMatch), in.amount(), key(key)));
    }

    @POST
    @Path("{id}/receive")
    @Operation(summary = "The money came without a gateway", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = PaymentJson.class))))
    public Response receive(@Context SecurityContext who, @PathParam("id") long id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @HeaderParam(Idempotency.HEADER) String key, ReceiveIn in) {
        return ok(desk.receive(Caller.of(who), id, ETags.ifMatch(ifMatch), in.method(), in.amount(), in.reference(), key(key)));
    }

    @POST
    @Path("{id}/cancel")
    @Operation(summary = "Gives a payment up before anything was received", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = PaymentJson.class))))
    public Response cancel(@Context SecurityContext who, @PathParam("id") long id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @HeaderParam(Idempotency.HEADER) String key, CancelIn in) {
        return ok(desk.cancel(Caller.of(who), id, ETags.ifMatch(ifMatch), in.reason(), key(key)));
    }

    @POST
    @Path("{id}/refund")
    @Operation(summary = "Gives money back, never more than was paid", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = PaymentJson.class))))
    public Response refund(@Context SecurityContext who, @PathParam("id") long id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @HeaderParam(Idempotency.HEADER) String key, RefundIn in) {
        return ok(desk.refund(Caller.of(who), id, ETags.ifMatch(ifMatch), in.amount(), Boolean.TRUE.equals(in.byHand()), in.reason(), key(key)));
    }

    @POST
    @Path("{id}/confirm")
    @Operation(summary = "A person says what came of what is pending", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = PaymentJson.class))))
    public Response confirm(@Context SecurityContext who, @PathParam("id") long id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, ConfirmIn in) {
        return ok(desk.confirm(Caller.of(who), id, ETags.ifMatch(ifMatch), in.approved(), in.reference()));
    }

    @POST
    @Path("{id}/ask-again")
    @Operation(summary = "Asks the gateway again about what is pending", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = PaymentJson.class))))
    public Response askAgain(@Context SecurityContext who, @PathParam("id") long id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return ok(desk.askAgain(Caller.of(who), id, ETags.ifMatch(ifMatch)));
    }

    /** An empty header is none. */
    static String key(String header) {
        return header == null || header.isBlank() ? null : header;
    }

    static Response ok(Payment p) {
        return Answers.ok(p.version(), PaymentJson.of(p));
    }
}
