package io.amphora.transfer.rest;

import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.transfer.api.ReplayedOrder.State;
import io.amphora.transfer.api.Replays;
import io.amphora.web.api.Caller;
import io.amphora.web.api.PageResponse;
import io.amphora.web.api.Paging;
import io.amphora.web.api.RestResource;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import javax.ws.rs.BeanParam;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.SecurityContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Orders of another system, taken over with their life. Source and number make a second one impossible, so sending again needs no key. */
@Component(service = ReplayResource.class)
@RestResource
@Path("replays")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "replays")
public final class ReplayResource {
    private final Replays replays;

    @Activate
    public ReplayResource(@Reference Replays replays) {
        this.replays = replays;
    }

    @POST
    @Path("{source}/orders")
    @Operation(summary = "Lives up to 500 orders of another system again, as live orders on their own dates; each comes as far as it had there, or waits with its reasons. What is there already is answered as it is")
    public List<ReplayJson> replay(@Context SecurityContext who, @PathParam("source") String source, ReplayIn in) {
        return ReplayJson.of(replays.replay(Caller.of(who), source, in.location(), in.orders()));
    }

    @POST
    @Path("{source}/approve")
    @Operation(summary = "Lets those in review pass, and go on; not those that the caller sent")
    public List<ReplayJson> approve(@Context SecurityContext who, @PathParam("source") String source, ReplayApproveIn in) {
        return ReplayJson.of(replays.approve(Caller.of(who), source, in.numbers(), in.reason()));
    }

    @GET
    @Path("{source}/orders")
    @Operation(summary = "How far the orders of a source are, in the order they came")
    public PageResponse<ReplayJson> list(@Context SecurityContext who, @PathParam("source") String source,
                                         @Parameter(description = "WAITING, IN_REVIEW or DONE; absent: all") @QueryParam("state") String state, @BeanParam Paging paging) {
        return PageResponse.of(replays.list(Caller.of(who), source, states(state), paging.request()), ReplayJson::of);
    }

    private static Set<State> states(String text) {
        if (text == null || text.isBlank()) {
            return Set.of();
        }
        return Stream.of(State.values()).filter(s -> s.name().equals(text.strip().toUpperCase(Locale.ROOT))).findFirst().map(Set::of)
                .orElseThrow(() -> new AmphoraException.Invalid(Problem.of("state", "transfer.replay-state", "must be one of WAITING, IN_REVIEW, DONE")));
    }
}
