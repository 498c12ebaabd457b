package io.amphora.order.core;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

/** Some bytes of an attachment. Never changed, so without a version. */
@Entity
@Table(name = "order_attachment_part")
public class AttachmentPartEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "s_order_attachment_part")
    @SequenceGenerator(name = "s_order_attachment_part", sequenceName = "s_order_attachment_part", allocationSize = 500)
    private Long id;
    @Column(name = "attachment_id")
    private long attachmentId;
    @Column(name = "part_no")
    private int number;
    @Lob
    private byte[] content;

    protected AttachmentPartEntity() {
    }

    AttachmentPartEntity(long attachmentId, int number, byte[] content) {
        this.attachmentId = attachmentId;
        this.number = number;
        this.content = content;
    }

    byte[] content() {
        return content;
    }
}
