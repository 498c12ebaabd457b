package io.amphora.returns.core;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.amphora.common.AmphoraException;
import io.amphora.document.api.DocumentKind;
import io.amphora.document.api.Documents;
import io.amphora.platform.api.Event;
import io.amphora.platform.api.EventListener;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Issues credit notes of what is settled, where the rules say so. Hearing of it twice changes nothing. */
@Component
public final class CreditNoteWatch implements EventListener {
    private static final Logger LOG = LoggerFactory.getLogger(CreditNoteWatch.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final CreditNotes notes;
    private final PolicyStore policy;
    /** Not asked here: without documents this is not there, and what it would hear of waits until it is. */
    @Reference
    private Documents documents;

    @Activate
    public CreditNoteWatch(@Reference CreditNotes notes, @Reference PolicyStore policy) {
        this.notes = notes;
        this.policy = policy;
    }

    @Override
    public String id() {
        return "returns.credit-notes";
    }

    @Override
    public List<String> topics() {
        return List.of("returns.settled", "document.issued");
    }

    @Override
    public void on(List<Event> events) {
        if (policy.rules().creditNotes()) {
            notes.requireDocuments();
            events.forEach(this::hear);
        }
    }

    private void hear(Event event) {
        try {
            JsonNode told = JSON.readTree(event.payload());
            if (event.topic().equals("returns.settled")) {
                issue(told.path("return").asLong());
            } else if (told.path("kind").asText().equals(DocumentKind.INVOICE.id())) {
                // of goods that came back before they were invoiced
                notes.settled(Long.parseLong(event.key())).forEach(this::issue);
            }
        } catch (AmphoraException.Refused | AmphoraException.NotFound e) {
            LOG.warn("no credit note for {}: {}", event.payload(), e.getMessage());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(event.payload(), e);
        }
    }

    private void issue(long id) {
        if (!notes.notes(SettleReturn.SYSTEM, id).stream().allMatch(CreditNotes.Note::isIssued)) {
            notes.issue(SettleReturn.SYSTEM, id);
        }
    }
}
