package io.amphora.payment.rest;

import io.amphora.payment.api.BankLine;
import io.amphora.payment.api.BankLines;
import io.amphora.payment.api.BankLines.StatementLine;
import io.amphora.payment.rest.PaymentIn.AssignIn;
import io.amphora.payment.rest.PaymentIn.CancelIn;
import io.amphora.payment.rest.PaymentIn.LineIn;
import io.amphora.payment.rest.PaymentIn.StatementIn;
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
import javax.ws.rs.BeanParam;
import javax.ws.rs.Consumes;
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

/** Bank transfers: read, matched, assigned by hand, put aside. Reading a statement again books nothing twice. */
@Component(service = BankLineResource.class)
@RestResource
@Path("bank-lines")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "payments")
public final class BankLineResource {
    private final BankLines lines;

    @Activate
    public BankLineResource(@Reference BankLines lines) {
        this.lines = lines;
    }

    @GET
    @Operation(summary = "Lines of bank statements, newest first")
    public PageResponse<BankLineJson> list(@Context SecurityContext who, @QueryParam("state") BankLine.State state, @BeanParam Paging paging) {
        return PageResponse.of(lines.list(Caller.of(who), state, paging.request()), BankLineJson::of);
    }

    @POST
    @Operation(summary = "Takes a bank statement in; each line pays for an order or is kept aside with the reason")
    public BankLines.Read read(@Context SecurityContext who, StatementIn in) {
        List<LineIn> all = in.lines() == null ? List.of() : in.lines();
        return lines.read(Caller.of(who), all.stream().map(l -> new StatementLine(l.reference(), l.amount(), l.currency(), l.date(), l.payer(), l.id())).toList());
    }

    @POST
    @Path("csv")
    @Consumes("text/csv")
    @Operation(summary = "As above, from CSV with the heading reference, amount, currency, date and maybe payer, id")
    public BankLines.Read readCsv(@Context SecurityContext who, String csv) {
        return lines.readCsv(Caller.of(who), csv);
    }

    @GET
    @Path("{id}")
    @Operation(summary = "A line", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = BankLineJson.class))))
    public Response find(@Context SecurityContext who, @PathParam("id") long id) {
        return ok(lines.find(Caller.of(who), id));
    }

    @POST
    @Path("{id}/assign")
    @Operation(summary = "Says what an unmatched line pays for", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = BankLineJson.class))))
    public Response assign(@Context SecurityContext who, @PathParam("id") long id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, AssignIn in) {
        return ok(lines.assign(Caller.of(who), id, ETags.ifMatch(ifMatch), in.orderId()));
    }

    @POST
    @Path("{id}/drop")
    @Operation(summary = "It pays for no order", responses = @ApiResponse(content = @Content(schema = @Schema(implementation = BankLineJson.class))))
    public Response drop(@Context SecurityContext who, @PathParam("id") long id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, CancelIn in) {
        return ok(lines.drop(Caller.of(who), id, ETags.ifMatch(ifMatch), in.reason()));
    }

    private static Response ok(BankLine line) {
        return Answers.ok(line.version(), BankLineJson.of(line));
    }
}
