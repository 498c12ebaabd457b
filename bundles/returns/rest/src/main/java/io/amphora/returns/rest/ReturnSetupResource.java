package io.amphora.returns.rest;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.returns.api.ReturnPolicy;
import io.amphora.returns.api.ReturnReasons;
import io.amphora.returns.api.ReturnReasons.Reason;
import io.amphora.web.api.Answers;
import io.amphora.web.api.Caller;
import io.amphora.web.api.ETags;
import io.amphora.web.api.RestResource;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
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

/** How returns are set up: reasons and rules. */
@Component(service = ReturnSetupResource.class)
@RestResource
@Path("return-setup")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "returns")
public final class ReturnSetupResource {
    private final ReturnReasons reasons;
    private final ReturnPolicy policy;

    @Activate
    public ReturnSetupResource(@Reference ReturnReasons reasons, @Reference ReturnPolicy policy) {
        this.reasons = reasons;
        this.policy = policy;
    }

    /** A reason. */
    public record ReasonSetupIn(String titleEn, String titleZh, boolean claim, boolean active, int position) {
    }

    /** The rules; without {@code fourEyesAbove} nobody has to be asked. */
    public record RulesJson(int days, int claimDays, List<String> excluded, BigDecimal feePercent, boolean refundCharges, BigDecimal fourEyesAbove, boolean creditNotes) {
        static RulesJson of(ReturnPolicy.Rules r) {
            return new RulesJson(r.days(), r.claimDays(), r.excluded(), r.feePercent(), r.refundCharges(), r.fourEyesAbove(), r.creditNotes());
        }
    }

    @GET
    @Path("reasons")
    @Operation(summary = "Why goods come back, by position")
    public List<Reason> reasons(@Context SecurityContext who) {
        return reasons.list(Caller.of(who));
    }

    @GET
    @Path("reasons/{code}")
    @Operation(summary = "One reason", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = Reason.class))))
    public Response reason(@Context SecurityContext who, @PathParam("code") String code) {
        Reason found = reasons.list(Caller.of(who)).stream().filter(r -> r.code().equals(code)).findFirst().orElseThrow(() -> new AmphoraException.NotFound("return reason", code));
        return Answers.ok(found.version(), found);
    }

    @PUT
    @Path("reasons/{code}")
    @Operation(summary = "Changes a reason; with If-Match: \"0\" it makes a new one", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = Reason.class))))
    public Response save(@Context SecurityContext who, @PathParam("code") String code, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, ReasonSetupIn in) {
        Reason saved = reasons.save(Caller.of(who), new Reason(code, in.titleEn(), in.titleZh(), in.claim(), in.active(), in.position(), ETags.ifMatch(ifMatch)));
        return Answers.ok(saved.version(), saved);
    }

    @GET
    @Path("rules")
    @Operation(summary = "What may come back, and who decides about how much", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = RulesJson.class))))
    public Response rules(@Context SecurityContext who) {
        Actor by = Caller.of(who);
        long version = policy.version(by);
        return Answers.ok(version, RulesJson.of(policy.rules(by)));
    }

    @PUT
    @Path("rules")
    @Operation(summary = "Changes the rules", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = RulesJson.class))))
    public Response change(@Context SecurityContext who, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, RulesJson in) {
        policy.change(Caller.of(who), new ReturnPolicy.Rules(in.days(), in.claimDays(), in.excluded() == null ? List.of() : in.excluded(), in.feePercent(),
                in.refundCharges(), in.fourEyesAbove(), in.creditNotes()), ETags.ifMatch(ifMatch));
        return rules(who);
    }
}
