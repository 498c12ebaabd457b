package io.amphora.audit.core;

import io.amphora.audit.api.AuditEntry;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** An entry as kept. Written in batches past JPA, see {@link EventRecorder}, and never changed, hence without a version. */
@Entity
@Table(name = "audit_entry")
public class AuditRow {
    @Id
    @Column(name = "event_id")
    private long id;
    @Column(name = "occurred_at")
    private Instant at;
    private String who;
    private String area;
    private String topic;
    private String subject;
    private String details;

    protected AuditRow() {
    }

    AuditEntry toEntry() {
        return new AuditEntry(id, at, who, topic, subject, details);
    }
}
