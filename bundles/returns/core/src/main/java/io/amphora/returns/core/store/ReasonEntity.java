package io.amphora.returns.core.store;

import io.amphora.returns.api.ReturnReasons;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** Why goods come back, as a row. */
@Entity
@Table(name = "return_reason")
public class ReasonEntity {
    @Id
    private String code;
    @Column(name = "title_en")
    private String titleEn;
    @Column(name = "title_zh")
    private String titleZh;
    @Column(name = "for_claims")
    private boolean claim;
    private boolean active;
    @Column(name = "position_no")
    private int position;
    @Version
    private long version;

    protected ReasonEntity() {
    }

    public ReasonEntity(String code) {
        this.code = code;
    }

    public void set(String english, String chinese, boolean forClaims, boolean chosen, int place) {
        titleEn = english;
        titleZh = chinese;
        claim = forClaims;
        active = chosen;
        position = place;
    }

    public long version() {
        return version;
    }

    public ReturnReasons.Reason toReason() {
        return new ReturnReasons.Reason(code, titleEn, titleZh, claim, active, position, version);
    }
}
