package io.amphora.fulfilment.core.ship;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** What a carrier gave to stick on a parcel; its id is the parcel's. */
@Entity
@Table(name = "parcel_label")
public class LabelEntity {
    @Id
    private long id;
    @Lob
    private byte[] content;
    @Version
    private long version;

    protected LabelEntity() {
    }

    LabelEntity(long parcelId, byte[] content) {
        this.id = parcelId;
        this.content = content.clone();
    }

    void replace(byte[] other) {
        content = other.clone();
    }

    byte[] content() {
        return content.clone();
    }
}
