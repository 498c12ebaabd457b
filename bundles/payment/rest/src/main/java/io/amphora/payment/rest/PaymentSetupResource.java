package io.amphora.payment.rest;

import io.amphora.common.Actor;
import io.amphora.payment.api.PaymentSetup;
import io.amphora.payment.api.PaymentTerms;
import io.amphora.web.api.Answers;
import io.amphora.web.api.Caller;
import io.amphora.web.api.ETags;
import io.amphora.web.api.RestResource;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.SecurityContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How payments are set up. */
@Component(service = PaymentSetupResource.class)
@RestResource
@Path("payment-setup")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "payments")
public final class PaymentSetupResource {
    private final PaymentSetup setup;

    @Activate
    public PaymentSetupResource(@Reference PaymentSetup setup) {
        this.setup = setup;
    }

    /** The terms of new orders: the usual ones, and those of channels that have their own. */
    public record UsualTermsJson(PaymentTerms usual, Map<String, PaymentTerms> byChannel) {
        static UsualTermsJson of(PaymentSetup.Terms t) {
            return new UsualTermsJson(t.usual(), t.byChannel());
        }
    }

    @GET
    @Path("terms")
    @Operation(summary = "The terms of new orders", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = UsualTermsJson.class))))
    public Response terms(@Context SecurityContext who) {
        Actor by = Caller.of(who);
        long version = setup.version(by);
        return Answers.ok(version, UsualTermsJson.of(setup.terms(by)));
    }

    @PUT
    @Path("terms")
    @Operation(summary = "Changes the terms of new orders", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = UsualTermsJson.class))))
    public Response change(@Context SecurityContext who, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, UsualTermsJson in) {
        setup.change(Caller.of(who), new PaymentSetup.Terms(in.usual(), in.byChannel()), ETags.ifMatch(ifMatch));
        return terms(who);
    }
}
