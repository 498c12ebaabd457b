package io.amphora.document.core;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.document.api.DocumentKind;
import io.amphora.document.api.DocumentRequest;
import io.amphora.document.api.Documents;
import io.amphora.document.api.Pdf;
import io.amphora.notification.api.MessagePaper;
import io.amphora.notification.api.Occasion;
import io.amphora.notification.api.Paper;
import io.amphora.notification.api.PaperRequest;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The documents that go with messages to customers: bills as they were made, others issued once for each message. */
@Component
public final class PapersOfMessages implements MessagePaper {
    private static final Logger LOG = LoggerFactory.getLogger(PapersOfMessages.class);
    private static final Actor BY = Actor.system("notification");
    private static final String PDF = "application/pdf";
    /** The order went on since: there is no such document any more, and there will not be. */
    private static final Set<String> OVER = Set.of("document.not-confirmed", "document.nothing-to-deliver", "document.not-quoted");

    private final Documents documents;

    @Activate
    public PapersOfMessages(@Reference Documents documents) {
        this.documents = documents;
    }

    @Override
    public List<Paper> papers(PaperRequest request) {
        try {
            long document = request.occasion().ofBill() ? request.thing() : issued(request);
            Pdf pdf = documents.open(BY, request.orderId(), document);
            return List.of(new Paper(pdf.fileName(), PDF, pdf.content()));
        } catch (AmphoraException.NotFound e) {
            return none(request, e);
        } catch (AmphoraException.Refused e) {
            if (e.problems().stream().anyMatch(p -> OVER.contains(p.code()))) {
                return none(request, e);
            }
            throw e;
        }
    }

    private static List<Paper> none(PaperRequest request, AmphoraException why) {
        LOG.info("no document for message {}: {}", request.messageId(), why.getMessage());
        return List.of();
    }

    /** Asked again for the same message it is the same document. In the customer's language, as the message. */
    private long issued(PaperRequest request) {
        DocumentRequest wanted = new DocumentRequest(request.orderId(), kind(request.occasion()), request.thing(), null);
        return documents.issue(BY, wanted, "message:" + request.messageId()).id();
    }

    private static DocumentKind kind(Occasion occasion) {
        return switch (occasion) {
            case ORDER_CONFIRMED -> DocumentKind.ORDER_CONFIRMATION;
            case ORDER_SHIPPED -> DocumentKind.DELIVERY_NOTE;
            case QUOTATION_SENT -> DocumentKind.QUOTATION;
            default -> throw new IllegalArgumentException("no document belongs to " + occasion);
        };
    }
}
