package io.amphora.fulfilment.core.ship;

import io.amphora.fulfilment.api.ShipmentAction;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** What a carrier is asked, as a row: there before it is asked, so that it can be asked again. */
@Entity
@Table(name = "carrier_call")
public class CallEntity {
    /** How far it is. */
    enum State {
        ASKING, DONE, DECLINED, FAILED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "s_carrier_call")
    @SequenceGenerator(name = "s_carrier_call", sequenceName = "s_carrier_call", allocationSize = 500)
    private Long id;
    @Column(name = "dispatch_id")
    private long dispatchId;
    @Enumerated(EnumType.STRING)
    @Column(name = "call_action")
    private ShipmentAction action;
    @Enumerated(EnumType.STRING)
    @Column(name = "call_state")
    private State state = State.ASKING;
    @Column(name = "carrier_id")
    private String carrierId;
    private String service;
    @Column(name = "call_key")
    private String key = UUID.randomUUID().toString();
    @Column(name = "request_key")
    private String requestKey;
    private int attempts;
    @Column(name = "ask_after")
    private Instant askAfter;
    private String message;
    @Column(name = "asked_by")
    private String askedBy;
    @Column(name = "asked_at")
    private Instant askedAt;
    @Column(name = "ended_at")
    private Instant endedAt;
    @Version
    private long version;

    protected CallEntity() {
    }

    /** @param requestKey of the caller; null for none */
    CallEntity(DispatchEntity dispatch, ShipmentAction action, String carrierId, String service, String requestKey, String by, Instant now, Instant leasedUntil) {
        this.dispatchId = dispatch.id();
        this.action = action;
        this.carrierId = carrierId;
        this.service = service;
        this.requestKey = requestKey == null ? key : requestKey;
        askedBy = by;
        askedAt = now;
        askAfter = leasedUntil;
    }

    /** No answer. @param counts whether it was asked at all */
    void unanswered(String why, boolean counts, Instant again) {
        attempts += counts ? 1 : 0;
        message = why;
        askAfter = again;
    }

    void end(State how, String why, Instant now) {
        state = how;
        attempts++;
        message = why;
        endedAt = now;
    }

    Long id() {
        return id;
    }

    long dispatchId() {
        return dispatchId;
    }

    ShipmentAction action() {
        return action;
    }

    State state() {
        return state;
    }

    String carrierId() {
        return carrierId;
    }

    String service() {
        return service;
    }

    String key() {
        return key;
    }

    int attempts() {
        return attempts;
    }
}
