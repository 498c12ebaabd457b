package io.amphora.payment.rest;

import io.amphora.payment.api.PaymentSetup;
import io.amphora.payment.api.PaymentTerms;
import io.amphora.web.api.Caller;
import io.amphora.web.api.RestResource;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
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
    @Operation(summary = "The terms of new orders")
    public UsualTermsJson terms(@Context SecurityContext who) {
        return UsualTermsJson.of(setup.terms(Caller.of(who)));
    }

    @PUT
    @Path("terms")
    @Operation(summary = "Changes the terms of new orders")
    public UsualTermsJson change(@Context SecurityContext who, UsualTermsJson in) {
        return UsualTermsJson.of(setup.change(Caller.of(who), new PaymentSetup.Terms(in.usual(), in.byChannel())));
    }
}
