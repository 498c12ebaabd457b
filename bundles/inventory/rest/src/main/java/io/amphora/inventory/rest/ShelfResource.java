package io.amphora.inventory.rest;

import io.amphora.common.Actor;
import io.amphora.inventory.api.Shelves;
import io.amphora.inventory.api.Stock;
import io.amphora.web.api.Answers;
import io.amphora.web.api.Caller;
import io.amphora.web.api.ETags;
import io.amphora.web.api.PageResponse;
import io.amphora.web.api.Paging;
import io.amphora.web.api.RestResource;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import javax.ws.rs.BeanParam;
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

/** Where in a location goods lie, and what is to be counted. */
@Component(service = ShelfResource.class)
@RestResource
@Path("shelves")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "stock")
public final class ShelfResource {
    /** A place in a location. */
    public record PlaceJson(String zone, String bin) {
    }

    private final Shelves shelves;

    @Activate
    public ShelfResource(@Reference Shelves shelves) {
        this.shelves = shelves;
    }

    @GET
    @Path("to-count")
    @Operation(summary = "What is to be counted because less was found than there should be, by SKU")
    public PageResponse<Shelves.CountDue> toCount(@Context SecurityContext who, @BeanParam Paging paging) {
        return PageResponse.of(shelves.toCount(Caller.of(who), paging.request()));
    }

    @GET
    @Path("{sku}/{location}")
    @Operation(summary = "Where a product lies at a location; empty if nowhere in particular", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = PlaceJson.class))))
    public Response place(@Context SecurityContext who, @PathParam("sku") String sku, @PathParam("location") long location) {
        Actor by = Caller.of(who);
        by.require(Stock.READ);
        long version = shelves.version(by, sku, location);
        Shelves.Place place = shelves.places(List.of(sku)).getOrDefault(sku, Map.of()).getOrDefault(location, Shelves.Place.NONE);
        return Answers.ok(version, new PlaceJson(place.zone(), place.bin()));
    }

    @PUT
    @Path("{sku}/{location}")
    @Operation(summary = "Says where a product lies at a location", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = PlaceJson.class))))
    public Response place(@Context SecurityContext who, @PathParam("sku") String sku, @PathParam("location") long location, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, PlaceJson in) {
        shelves.place(Caller.of(who), sku, location, in.zone(), in.bin(), ETags.ifMatch(ifMatch));
        return place(who, sku, location);
    }
}
