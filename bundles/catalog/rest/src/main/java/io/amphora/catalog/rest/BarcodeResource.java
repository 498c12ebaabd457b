package io.amphora.catalog.rest;

import io.amphora.catalog.api.Barcodes;
import io.amphora.catalog.api.Product;
import io.amphora.catalog.api.Products;
import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.web.api.Answers;
import io.amphora.web.api.Caller;
import io.amphora.web.api.ETags;
import io.amphora.web.api.RestResource;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
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

/** The barcodes of products, and which product a scanned code means. */
@Component(service = BarcodeResource.class)
@RestResource
@Path("barcodes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "products")
public final class BarcodeResource {
    /** All barcodes of a product. */
    public record BarcodesJson(String sku, List<String> barcodes) {
    }

    private final Barcodes barcodes;
    private final Products products;

    @Activate
    public BarcodeResource(@Reference Barcodes barcodes, @Reference Products products) {
        this.barcodes = barcodes;
        this.products = products;
    }

    @GET
    @Path("{code}")
    @Operation(summary = "The product that a scanned code means: SKU or barcode", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = ProductJson.class))))
    public Response product(@Context SecurityContext who, @PathParam("code") String code) {
        Actor by = Caller.of(who);
        by.require(Products.READ);
        Product product = barcodes.sku(code).flatMap(sku -> products.findBySku(by, sku)).orElseThrow(() -> new AmphoraException.NotFound("product with the code", code));
        return Answers.ok(product.version(), ProductJson.of(product));
    }

    @GET
    @Path("of/{sku}")
    @Operation(summary = "The barcodes of a product", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = BarcodesJson.class))))
    public Response of(@Context SecurityContext who, @PathParam("sku") String sku) {
        Actor by = Caller.of(who);
        long version = barcodes.version(by, sku);
        return Answers.ok(version, new BarcodesJson(sku, barcodes.of(by, sku)));
    }

    @PUT
    @Path("of/{sku}")
    @Operation(summary = "Replaces them", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = BarcodesJson.class))))
    public Response set(@Context SecurityContext who, @PathParam("sku") String sku, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, BarcodesJson in) {
        barcodes.set(Caller.of(who), sku, in.barcodes(), ETags.ifMatch(ifMatch));
        return of(who, sku);
    }
}
