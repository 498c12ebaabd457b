package io.amphora.audit.rest;

import io.amphora.audit.api.AuditEntry;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** One thing that somebody did. */
public record AuditEntryJson(long id, Instant at, String who, @Schema(example = "order.placed") String what, @Schema(description = "id of what it was done to") String subject,
                             @Schema(description = "JSON, as text") String details) {
    static AuditEntryJson of(AuditEntry e) {
        return new AuditEntryJson(e.id(), e.at(), e.who(), e.topic(), e.subject(), e.details());
    }
}
