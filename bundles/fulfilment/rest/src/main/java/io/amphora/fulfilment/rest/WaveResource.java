package io.amphora.fulfilment.rest;

import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.fulfilment.api.CandidateFilter;
import io.amphora.fulfilment.api.PickCandidate;
import io.amphora.fulfilment.api.PickList;
import io.amphora.fulfilment.api.Wave;
import io.amphora.fulfilment.api.Waves;
import io.amphora.fulfilment.rest.PickIn.WaveIn;
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
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
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

/** Waves: which orders are picked together. */
@Component(service = WaveResource.class)
@RestResource
@Path("waves")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "fulfilment")
public final class WaveResource {
    private static final int MOST = 200;

    private final Waves waves;
    private final Idempotency idempotency;

    @Activate
    public WaveResource(@Reference Waves waves, @Reference Idempotency idempotency) {
        this.waves = waves;
        this.idempotency = idempotency;
    }

    @GET
    @Operation(summary = "Waves, newest first")
    public PageResponse<Wave> list(@Context SecurityContext who, @QueryParam("open") @DefaultValue("false") boolean open, @BeanParam Paging paging) {
        return PageResponse.of(waves.list(Caller.of(who), open, paging.request()));
    }

    @GET
    @Path("candidates")
    @Operation(summary = "Orders that wait to be picked and are on no list; at most 200", description = "promisedBy: a day such as 2026-05-31")
    public List<PickCandidate> candidates(@Context SecurityContext who, @QueryParam("location") Long location, @QueryParam("minPriority") Integer minPriority,
                                          @QueryParam("promisedBy") String promisedBy, @QueryParam("channel") String channel) {
        return waves.candidates(Caller.of(who), new CandidateFilter(location, minPriority, day(promisedBy), channel == null || channel.isBlank() ? null : channel), MOST);
    }

    private static LocalDate day(String text) {
        try {
            return text == null || text.isBlank() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new AmphoraException.Invalid(Problem.of("promisedBy", "date", "is no date such as 2026-05-31"));
        }
    }

    @POST
    @Operation(summary = "Makes a wave and its pick lists", responses = @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Wave.class))))
    public Response make(@Context SecurityContext who, @HeaderParam(Idempotency.HEADER) String key, WaveIn in) {
        return idempotency.run(Caller.of(who), key, "POST waves " + in, () -> {
            Wave wave = waves.make(Caller.of(who), in.kind(), in.orders(), in.note());
            return Answers.created("waves/" + wave.id(), wave.version(), wave);
        });
    }

    @GET
    @Path("{id}")
    @Operation(summary = "A wave", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = Wave.class))))
    public Response find(@Context SecurityContext who, @PathParam("id") long id) {
        Wave wave = waves.find(Caller.of(who), id);
        return Answers.ok(wave.version(), wave);
    }

    @GET
    @Path("{id}/lists")
    @Operation(summary = "Its pick lists with their items")
    public List<PickList> lists(@Context SecurityContext who, @PathParam("id") long id) {
        return waves.lists(Caller.of(who), id);
    }

    @POST
    @Path("{id}/cancel")
    @Operation(summary = "Ends it; what is not picked can be put into another one", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = Wave.class))))
    public Response cancel(@Context SecurityContext who, @PathParam("id") long id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        Wave wave = waves.cancel(Caller.of(who), id, ETags.ifMatch(ifMatch));
        return Answers.ok(wave.version(), wave);
    }
}
