package io.amphora.document.core;

import io.amphora.document.api.DocumentKind;
import io.amphora.document.api.IssuedDocument;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** An issued document without its bytes. Never changed. */
@Entity
@Table(name = "document_issued")
public class IssuedEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "s_document_issued")
    @SequenceGenerator(name = "s_document_issued", sequenceName = "s_document_issued", allocationSize = 500)
    private Long id;
    private String kind;
    @Column(name = "order_id")
    private long orderId;
    @Column(name = "doc_number")
    private String number;
    @Column(name = "running_no")
    private int running;
    @Column(name = "language_tag")
    private String language;
    @Column(name = "order_version")
    private long orderVersion;
    @Column(name = "issued_at")
    private Instant issuedAt;
    @Column(name = "issued_by")
    private String issuedBy;
    @Column(name = "template_id")
    private String template;
    private String bundle;
    @Column(name = "bundle_version")
    private String bundleVersion;
    private String replaced;
    private String sha256;
    @Column(name = "byte_count")
    private int size;
    @Column(name = "once_key")
    private String onceKey;
    @Version
    private long version;

    protected IssuedEntity() {
    }

    IssuedEntity(IssuedDocument d, int running, String onceKey) {
        this.onceKey = onceKey;
        kind = d.kind().id();
        orderId = d.orderId();
        number = d.number();
        this.running = running;
        language = d.language();
        orderVersion = d.orderVersion();
        issuedAt = d.issuedAt();
        issuedBy = d.issuedBy();
        template = d.template();
        bundle = d.bundle();
        bundleVersion = d.bundleVersion();
        replaced = d.replaced();
        sha256 = d.sha256();
        size = d.size();
    }

    long id() {
        return id;
    }

    IssuedDocument toDocument() {
        return new IssuedDocument(id, DocumentKind.of(kind).orElseThrow(() -> new IllegalStateException("document " + id + " is of unknown kind " + kind)), orderId, number, language,
                orderVersion, issuedAt, issuedBy, template, bundle, bundleVersion, replaced, sha256, size);
    }
}
