package io.amphora.document.rest;

import io.amphora.document.api.DocumentKind;
import io.amphora.document.api.DocumentRequest;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;

/** What a credit note takes back. */
public record CreditIn(@Schema(description = "id of the issued invoice") long invoiceId, @Schema(description = "lines of it with quantities") List<PartIn> parts,
                       @Schema(description = "the charges on it, too") Boolean charges, @Schema(description = "the customer reads it") String reason,
                       @Schema(description = "that of the customer if absent") String language,
                       @Schema(description = "what it comes to, where that is not the sum of its parts") BigDecimal total) {
    /** @param lineId of the order */
    public record PartIn(long lineId, BigDecimal quantity) {
    }

    DocumentRequest of(long orderId) {
        List<DocumentRequest.Part> wanted = parts == null ? List.of() : parts.stream().map(p -> new DocumentRequest.Part(p.lineId(), p.quantity())).toList();
        return new DocumentRequest(orderId, DocumentKind.CREDIT_NOTE, null, language, new DocumentRequest.Credit(invoiceId, wanted, charges != null && charges, reason, total));
    }
}
