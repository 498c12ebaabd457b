package io.amphora.document.core;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** The bytes of an issued document; apart from it, so that no list reads them. */
@Entity
@Table(name = "document_content")
public class ContentEntity {
    @Id
    private long id;
    @Lob
    private byte[] content;
    @Version
    private long version;

    protected ContentEntity() {
    }

    ContentEntity(long id, byte[] content) {
        this.id = id;
        this.content = content.clone();
    }

    byte[] content() {
        return content.clone();
    }
}
