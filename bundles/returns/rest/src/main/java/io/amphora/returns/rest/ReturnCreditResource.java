package io.amphora.returns.rest;

import io.amphora.returns.api.ReturnCredits;
import io.amphora.web.api.Caller;
import io.amphora.web.api.RestResource;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.SecurityContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Credit notes of what was invoiced and came back. */
@Component(service = ReturnCreditResource.class)
@RestResource
@Path("returns/{id}/credit-notes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "returns")
public final class ReturnCreditResource {
    private final ReturnCredits credits;

    @Activate
    public ReturnCreditResource(@Reference ReturnCredits credits) {
        this.credits = credits;
    }

    /** Of one invoice; without {@code documentId} it is not issued yet. */
    public record NoteJson(long invoiceId, String invoiceNumber, BigDecimal amount, String currency, Long documentId, String documentNumber) {
        static NoteJson of(ReturnCredits.Note n) {
            return new NoteJson(n.invoiceId(), n.invoiceNumber(), n.amount().amount(), n.amount().currency().getCurrencyCode(), n.documentId(), n.documentNumber());
        }
    }

    @GET
    @Operation(summary = "Credit notes that were issued for a return, and those that could be")
    public List<NoteJson> notes(@Context SecurityContext who, @PathParam("id") long id) {
        return credits.notes(Caller.of(who), id).stream().map(NoteJson::of).toList();
    }

    @POST
    @Operation(summary = "Issues those that are not issued yet, each once however often this is asked")
    public List<NoteJson> issue(@Context SecurityContext who, @PathParam("id") long id) {
        return credits.issue(Caller.of(who), id).stream().map(NoteJson::of).toList();
    }
}
