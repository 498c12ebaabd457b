package io.amphora.web.core;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** The first answer to a request with an Idempotency-Key. */
@Entity(name = "WebAnswer")
@Table(name = "web_answer")
public class Answer {
    /** Hash of actor and key. */
    @Id
    @Column(name = "id", length = 64)
    private String id;
    /** Hash of what was asked for. */
    @Column(name = "fingerprint", length = 64)
    private String fingerprint;
    @Column(name = "created_at")
    private Instant createdAt;
    @Column(name = "status")
    private int status;
    @Column(name = "location", length = 2000)
    private String location;
    @Column(name = "etag", length = 100)
    private String etag;
    @Column(name = "media_type", length = 100)
    private String mediaType;
    @Lob
    @Column(name = "body")
    private String body;
    @Version
    @Column(name = "version")
    private long version;

    protected Answer() {
    }

    Answer(String id, String fingerprint, Instant createdAt) {
        this.id = id;
        this.fingerprint = fingerprint;
        this.createdAt = createdAt;
    }

    void keep(RecordedAnswer answer) {
        status = answer.status();
        location = answer.location();
        etag = answer.etag();
        mediaType = answer.mediaType();
        body = answer.body();
    }

    RecordedAnswer recorded() {
        return new RecordedAnswer(status, location, etag, mediaType, body);
    }

    boolean isFor(String otherFingerprint) {
        return fingerprint.equals(otherFingerprint);
    }

    boolean isOlderThan(Instant limit) {
        return createdAt.isBefore(limit);
    }
}
