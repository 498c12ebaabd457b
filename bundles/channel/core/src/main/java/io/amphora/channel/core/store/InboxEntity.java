package io.amphora.channel.core.store;

import io.amphora.channel.api.Inbox;
import io.amphora.channel.api.IncomingOrder;
import io.amphora.common.Actor;
import io.amphora.common.Problem;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;

/** An incoming order as a row. */
@Entity
@Table(name = "channel_inbox")
public class InboxEntity {
    private static final int PEOPLE = 1000;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "s_channel_inbox")
    @SequenceGenerator(name = "s_channel_inbox", sequenceName = "s_channel_inbox", allocationSize = 500)
    private Long id;
    private String channel;
    @Column(name = "external_id")
    private String externalId;
    @Enumerated(EnumType.STRING)
    @Column(name = "inbox_state")
    private Inbox.State state;
    @Lob
    @Column(name = "order_text")
    private String order;
    private String problems;
    /** Names of people, one a line. */
    @Column(name = "handled_by")
    private String handledBy;
    @Column(name = "order_id")
    private Long orderId;
    @Column(name = "drop_reason")
    private String dropReason;
    @Column(name = "received_at")
    private Instant receivedAt;
    @Column(name = "changed_at")
    private Instant changedAt;
    @Version
    private long version;

    protected InboxEntity() {
    }

    public InboxEntity(String channel, String externalId, String order, Actor by, Instant now) {
        this.channel = channel;
        this.externalId = externalId;
        this.order = order;
        this.problems = "[]";
        this.state = Inbox.State.WAITING;
        this.receivedAt = now;
        this.changedAt = now;
        handled(by);
    }

    private void handled(Actor by) {
        if (!by.name().startsWith("system:") && !people().contains(by.name())) {
            String all = handledBy == null ? by.name() : handledBy + "\n" + by.name();
            // who brought it and who mended it last matter most
            handledBy = all.length() > PEOPLE ? people().get(0) + "\n" + by.name() : all;
        }
    }

    /** Who brought it or mended it, if that were people. */
    public List<String> people() {
        return handledBy == null ? List.of() : List.of(handledBy.split("\n"));
    }

    public Long id() {
        return id;
    }

    public String channel() {
        return channel;
    }

    public String externalId() {
        return externalId;
    }

    public Inbox.State state() {
        return state;
    }

    public IncomingOrder order() {
        return Json.order(order);
    }

    public long version() {
        return version;
    }

    public void waits(String mended, Actor by, Instant now) {
        order = mended;
        handled(by);
        to(Inbox.State.WAITING, List.of(), now);
    }

    public void waits(Instant now) {
        to(Inbox.State.WAITING, List.of(), now);
    }

    public void ordered(long order, Instant now) {
        orderId = order;
        to(Inbox.State.ORDERED, List.of(), now);
    }

    public void failed(List<Problem> found, Instant now) {
        to(Inbox.State.FAILED, found, now);
    }

    /** Keeps its problems: they are why. */
    public void dropped(String reason, Instant now) {
        dropReason = reason;
        state = Inbox.State.DROPPED;
        changedAt = now;
    }

    private void to(Inbox.State next, List<Problem> found, Instant now) {
        state = next;
        problems = Json.problems(found);
        changedAt = now;
    }

    public Inbox.Entry toEntry() {
        return new Inbox.Entry(id, channel, order(), state, Json.problems(problems), orderId, receivedAt, changedAt, version);
    }
}
