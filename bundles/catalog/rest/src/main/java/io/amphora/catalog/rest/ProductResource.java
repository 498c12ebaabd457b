package io.amphora.catalog.rest;

import io.amphora.catalog.api.Product;
import io.amphora.catalog.api.ProductFilter;
import io.amphora.catalog.api.Products;
import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
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
import java.util.List;
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

/** What is sold. */
@Component(service = ProductResource.class)
@RestResource
@OneTransaction
@Path("products")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "products")
public final class ProductResource {
    private final Products products;
    private final Idempotency idempotency;

    @Activate
    public ProductResource(@Reference Products products, @Reference Idempotency idempotency) {
        this.products = products;
        this.idempotency = idempotency;
    }

    @GET
    @Operation(summary = "Products by SKU", description = "text: beginning of the SKU or of any word of the name")
    public PageResponse<ProductJson> list(@Context SecurityContext who, @QueryParam("text") String text, @QueryParam("productLine") String productLine,
                                          @QueryParam("active") Boolean active, @BeanParam Paging paging) {
        return PageResponse.of(products.list(Caller.of(who), new ProductFilter(text, productLine, active), paging.request()), ProductJson::of);
    }

    @GET
    @Path("lines")
    @Operation(summary = "The product lines in use")
    public List<String> lines(@Context SecurityContext who) {
        return products.productLines(Caller.of(who));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One product", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = ProductJson.class))))
    public Response one(@Context SecurityContext who, @PathParam("id") long id) {
        return answer(products.find(Caller.of(who), id));
    }

    @GET
    @Path("by-sku/{sku}")
    @Operation(summary = "One product by its SKU", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = ProductJson.class))))
    public Response bySku(@Context SecurityContext who, @PathParam("sku") String sku) {
        return answer(products.findBySku(Caller.of(who), sku).orElseThrow(() -> new AmphoraException.NotFound("product", sku)));
    }

    @POST
    @Operation(summary = "Adds a product", responses = @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = ProductJson.class))))
    public Response add(@Context SecurityContext who, @HeaderParam(Idempotency.HEADER) String key, ProductIn in) {
        Actor by = Caller.of(who);
        return idempotency.run(by, key, "POST products " + in, () -> {
            Product product = in.with(data -> products.create(by, data));
            return Answers.created("products/" + product.id(), product.version(), ProductJson.of(product));
        });
    }

    @PUT
    @Path("{id}")
    @Operation(summary = "Changes a product; the SKU stays", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = ProductJson.class))))
    public Response change(@Context SecurityContext who, @PathParam("id") long id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, ProductIn in) {
        long version = ETags.ifMatch(ifMatch);
        return answer(in.with(data -> products.change(Caller.of(who), id, version, data)));
    }

    private static Response answer(Product product) {
        return Answers.ok(product.version(), ProductJson.of(product));
    }
}
