package io.amphora.payment.core;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.amphora.common.AmphoraException;
import io.amphora.platform.api.Event;
import io.amphora.platform.api.EventListener;
import java.math.BigDecimal;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What a credit note takes back is not owed any more. Knows documents by their events only. Hearing of it twice changes nothing. */
@Component
public final class CreditNoteFollows implements EventListener {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Issued for what the system let off before. */
    private static final String SYSTEM = "system:";

    private final CreditOrder credit;

    @Activate
    public CreditNoteFollows(@Reference CreditOrder credit) {
        this.credit = credit;
    }

    @Override
    public String id() {
        return "payment.credit-notes";
    }

    @Override
    public List<String> topics() {
        return List.of("document.issued");
    }

    @Override
    public void on(List<Event> events) {
        events.forEach(this::follow);
    }

    private void follow(Event event) {
        try {
            JsonNode note = JSON.readTree(event.payload());
            // invoices have no such part, nor have credit notes of earlier versions
            if (note.has("billed") && !note.path("by").asText().startsWith(SYSTEM)) {
                credit.follow(Long.parseLong(event.key()), note.path("number").asText(), note.path("by").asText(), amount(note, "amount"), amount(note, "billed"), amount(note, "asked"));
            }
        } catch (AmphoraException.NotFound e) {
            // an imported order that was taken back
            return;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(event.payload(), e);
        }
    }

    private static BigDecimal amount(JsonNode note, String name) {
        return new BigDecimal(note.path(name).asText());
    }
}
