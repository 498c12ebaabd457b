package io.amphora.order.core;

import io.amphora.order.api.Attachment;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** A file at an order; not seen before it is whole. */
@Entity
@Table(name = "order_attachment")
public class AttachmentEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "s_order_attachment")
    @SequenceGenerator(name = "s_order_attachment", sequenceName = "s_order_attachment", allocationSize = 500)
    private Long id;
    @Column(name = "order_id")
    private long orderId;
    @Column(name = "file_name")
    private String fileName;
    @Column(name = "media_type")
    private String mediaType;
    @Column(name = "byte_count")
    private long size;
    private String sha256 = "";
    @Column(name = "uploaded_by")
    private String uploadedBy;
    @Column(name = "uploaded_at")
    private Instant uploadedAt;
    private boolean whole;
    @Version
    private long version;

    protected AttachmentEntity() {
    }

    AttachmentEntity(long orderId, String fileName, String mediaType, String by, Instant now) {
        this.orderId = orderId;
        this.fileName = fileName;
        this.mediaType = mediaType;
        uploadedBy = by;
        uploadedAt = now;
    }

    void whole(long bytes, String hash, Instant now) {
        size = bytes;
        sha256 = hash;
        uploadedAt = now;
        whole = true;
    }

    long id() {
        return id;
    }

    long orderId() {
        return orderId;
    }

    String fileName() {
        return fileName;
    }

    boolean whole() {
        return whole;
    }

    Attachment toAttachment() {
        return new Attachment(id, orderId, fileName, mediaType, size, sha256, uploadedBy, uploadedAt);
    }
}
