package io.amphora.payment.rest;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Money;
import io.amphora.common.Problem;
import io.amphora.payment.api.StoreCredits;
import io.amphora.web.api.Answers;
import io.amphora.web.api.Caller;
import io.amphora.web.api.Decimals;
import io.amphora.web.api.Idempotency;
import io.amphora.web.api.PageResponse;
import io.amphora.web.api.Paging;
import io.amphora.web.api.RestResource;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import javax.ws.rs.BeanParam;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.SecurityContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What customers keep here to spend. The use cases see to repeated keys themselves. */
@Component(service = StoreCreditResource.class)
@RestResource
@Path("store-credits")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "payments")
public final class StoreCreditResource {
    private final StoreCredits credits;

    @Activate
    public StoreCreditResource(@Reference StoreCredits credits) {
        this.credits = credits;
    }

    /** What a customer has in one currency. */
    public record BalanceJson(long customerId, String currency, BigDecimal amount) {
        static BalanceJson of(StoreCredits.Balance b) {
            return new BalanceJson(b.customerId(), b.amount().currency().getCurrencyCode(), Decimals.plain(b.amount().amount()));
        }
    }

    /** One change; {@code amount} is signed, {@code balance} what there was after it. */
    public record EntryJson(long id, long customerId, StoreCredits.Kind kind, String currency, BigDecimal amount, BigDecimal balance, Long orderId, String orderNumber, String note, Instant at,
                            String by) {
        static EntryJson of(StoreCredits.Entry e) {
            return new EntryJson(e.id(), e.customerId(), e.kind(), e.amount().currency().getCurrencyCode(), Decimals.plain(e.amount().amount()), Decimals.plain(e.balance().amount()), e.orderId(),
                    e.orderNumber(), e.note(), e.at(), e.by());
        }
    }

    /** How much, and why. */
    public record MoveIn(BigDecimal amount, String currency, String note) {
        Money money() {
            try {
                return new Money(amount == null ? BigDecimal.ZERO : amount, Currency.getInstance(String.valueOf(currency)));
            } catch (IllegalArgumentException e) {
                throw new AmphoraException.Invalid(Problem.of("currency", "payment.currency", "must be a currency of ISO 4217, and the amount one of it"));
            }
        }
    }

    /** For which order; without an amount as much as is open and there. */
    public record SpendIn(long orderId, BigDecimal amount) {
    }

    @GET
    @Path("{customer}")
    @Operation(summary = "What a customer has, by currency")
    public List<BalanceJson> balances(@Context SecurityContext who, @PathParam("customer") long customer) {
        return credits.balances(Caller.of(who), customer).stream().map(BalanceJson::of).toList();
    }

    @GET
    @Path("{customer}/entries")
    @Operation(summary = "How that came about, newest first")
    public PageResponse<EntryJson> entries(@Context SecurityContext who, @PathParam("customer") long customer, @BeanParam Paging paging) {
        return PageResponse.of(credits.entries(Caller.of(who), customer, paging.request()), EntryJson::of);
    }

    @POST
    @Path("{customer}/grant")
    @Operation(summary = "Gives store credit", responses = @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = EntryJson.class))))
    public Response grant(@Context SecurityContext who, @PathParam("customer") long customer, @HeaderParam(Idempotency.HEADER) String key, MoveIn in) {
        Actor by = Caller.of(who);
        return created(credits.grant(by, customer, in.money(), in.note(), PaymentResource.key(key)));
    }

    @POST
    @Path("{customer}/take")
    @Operation(summary = "Takes store credit away", responses = @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = EntryJson.class))))
    public Response take(@Context SecurityContext who, @PathParam("customer") long customer, @HeaderParam(Idempotency.HEADER) String key, MoveIn in) {
        Actor by = Caller.of(who);
        return created(credits.take(by, customer, in.money(), in.note(), PaymentResource.key(key)));
    }

    @POST
    @Path("spend")
    @Operation(summary = "Pays for an order with what its customer has")
    public PositionJson spend(@Context SecurityContext who, @HeaderParam(Idempotency.HEADER) String key, SpendIn in) {
        return PositionJson.of(credits.spend(Caller.of(who), in.orderId(), in.amount(), PaymentResource.key(key)));
    }

    private static Response created(StoreCredits.Entry e) {
        return Answers.created("store-credits/" + e.customerId() + "/entries", e.id(), EntryJson.of(e));
    }
}
