package io.amphora.inventory.rest;

import io.amphora.catalog.api.Product;
import io.amphora.catalog.api.Products;
import io.amphora.common.Actor;
import io.amphora.common.Problems;
import io.amphora.inventory.api.Stock;
import io.amphora.inventory.api.StockFilter;
import io.amphora.inventory.api.StockLevel;
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
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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

/** Stock in, out and corrected. */
@Component(service = StockResource.class)
@RestResource
@OneTransaction
@Path("stock")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "stock")
public final class StockResource {
    private static final int MOST = 100;

    private final Stock stock;
    private final Idempotency idempotency;
    private final Products products;

    @Activate
    public StockResource(@Reference Stock stock, @Reference Idempotency idempotency, @Reference Products products) {
        this.stock = stock;
        this.idempotency = idempotency;
        this.products = products;
    }

    @GET
    @Operation(summary = "Stock levels by SKU, then location", description = "sku: its beginning. low: available at or below the safety stock, or zero")
    public PageResponse<LevelJson> list(@Context SecurityContext who, @QueryParam("sku") String sku, @QueryParam("locationId") Long locationId,
                                        @QueryParam("low") Boolean low, @BeanParam Paging paging) {
        return PageResponse.of(stock.list(Caller.of(who), new StockFilter(sku, locationId, low), paging.request()), LevelJson::of);
    }

    @GET
    @Path("available")
    @Operation(summary = "What can be sold of some products, kits as well", description = "sku: up to 100 of them; what the catalogue does not know is left out")
    public List<AvailableJson> available(@Context SecurityContext who, @QueryParam("sku") List<String> skus) {
        Caller.of(who).require(Stock.READ);
        Problems problems = new Problems();
        problems.check(!skus.isEmpty(), "sku", "required", "must not be empty");
        problems.check(skus.size() <= MOST, "sku", "stock.too-many-skus", "names {0} products, at most {1} are allowed", skus.size(), MOST);
        problems.throwIfAny();
        Map<String, Product> known = products.lookup(skus);
        Set<String> of = new TreeSet<>(known.keySet());
        known.values().forEach(p -> p.components().forEach(c -> of.add(c.sku())));
        Map<String, Map<Long, BigDecimal>> stocked = of.isEmpty() ? Map.of() : stock.available(of);
        return skus.stream().distinct().filter(known::containsKey).map(sku -> AvailableJson.of(known.get(sku), stocked)).toList();
    }

    @GET
    @Path("movements")
    @Operation(summary = "The ledger, newest first")
    public PageResponse<MovementJson> movements(@Context SecurityContext who, @QueryParam("sku") String sku, @QueryParam("locationId") Long locationId, @BeanParam Paging paging) {
        return PageResponse.of(stock.movements(Caller.of(who), sku, locationId, paging.request()), MovementJson::of);
    }

    @GET
    @Path("verify")
    @Operation(summary = "Proves that counters, ledger and reservations agree")
    public ProofJson verify(@Context SecurityContext who) {
        List<String> problems = stock.verify(Caller.of(who));
        return new ProofJson(problems.isEmpty(), problems);
    }

    @POST
    @Path("receive")
    @Operation(summary = "Adds what came in", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = LevelJson.class))))
    public Response receive(@Context SecurityContext who, @HeaderParam(Idempotency.HEADER) String key, ReceiptIn in) {
        Actor by = Caller.of(who);
        return idempotency.run(by, key, "POST stock/receive " + in, () -> answer(stock.receive(by, in.sku(), in.locationId(), in.quantity(), in.reference())));
    }

    @POST
    @Path("adjust")
    @Operation(summary = "Sets on hand to what was counted", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = LevelJson.class))))
    public Response adjust(@Context SecurityContext who, @HeaderParam(Idempotency.HEADER) String key, AdjustmentIn in) {
        Actor by = Caller.of(who);
        return idempotency.run(by, key, "POST stock/adjust " + in, () -> answer(Boolean.TRUE.equals(in.ordersGiveWay())
                ? stock.adjustReserved(by, in.sku(), in.locationId(), in.version(), in.counted(), in.reason()) : stock.adjust(by, in.sku(), in.locationId(), in.version(), in.counted(), in.reason())));
    }

    @POST
    @Path("transfer")
    @Operation(summary = "Moves unreserved stock to another location; answers with the levels of the SKU")
    public Response transfer(@Context SecurityContext who, @HeaderParam(Idempotency.HEADER) String key, TransferIn in) {
        Actor by = Caller.of(who);
        return idempotency.run(by, key, "POST stock/transfer " + in, () -> {
            stock.transfer(by, in.sku(), in.fromLocationId(), in.toLocationId(), in.quantity(), in.reason());
            return Response.ok(stock.levels(by, List.of(in.sku().strip())).stream().map(LevelJson::of).toList()).build();
        });
    }

    @PUT
    @Path("{id}/safety")
    @Operation(summary = "Sets the buffer of a level that is not sold", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = LevelJson.class))))
    public Response setSafety(@Context SecurityContext who, @PathParam("id") long id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, SafetyIn in) {
        return answer(stock.setSafety(Caller.of(who), id, ETags.ifMatch(ifMatch), in.safety()));
    }

    private static Response answer(StockLevel level) {
        return Answers.ok(level.version(), LevelJson.of(level));
    }
}
