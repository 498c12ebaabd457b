package io.amphora.returns.core.store;

import io.amphora.returns.api.Returns;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** An entry of a return's history, as a row. Never changed. */
@Entity
@Table(name = "return_entry")
public class EntryEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "s_return_entry")
    @SequenceGenerator(name = "s_return_entry", sequenceName = "s_return_entry", allocationSize = 500)
    private Long id;
    @Column(name = "return_id")
    private long returnId;
    @Column(name = "entry_at")
    private Instant at;
    private String who;
    private String what;
    private String note;
    @Version
    private long version;

    protected EntryEntity() {
    }

    public EntryEntity(long returnId, Instant at, String who, String what, String note) {
        this.returnId = returnId;
        this.at = at;
        this.who = who;
        this.what = what;
        this.note = note;
    }

    public Returns.Entry toEntry() {
        return new Returns.Entry(id, at, who, what, note);
    }
}
