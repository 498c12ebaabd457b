package io.amphora.platform.core.outbox;

import io.amphora.platform.api.Event;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * An event on its way. Written by JPA as part of somebody's transaction, read and deleted in batches by the dispatcher;
 * never updated, hence without a version.
 */
@Entity
@Table(name = "outbox_event")
public class OutboxEvent {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "s_outbox_event")
    @SequenceGenerator(name = "s_outbox_event", sequenceName = "s_outbox_event", allocationSize = 500)
    private Long id;
    @Column(name = "topic")
    private String topic;
    @Column(name = "event_key")
    private String key;
    @Column(name = "payload")
    private String payload;
    @Column(name = "written_at")
    private Instant writtenAt;

    protected OutboxEvent() {
    }

    OutboxEvent(String topic, String key, String payload, Instant writtenAt) {
        this.topic = topic;
        this.key = key;
        this.payload = payload;
        this.writtenAt = writtenAt;
    }

    /** Only after it was persisted, as it has no id before. */
    public Event toEvent() {
        return new Event(id, topic, key, payload, writtenAt);
    }
}
