package io.amphora.notification.core.store;

import io.amphora.notification.api.Message;
import io.amphora.notification.api.MessageState;
import io.amphora.notification.api.Occasion;
import io.amphora.notification.api.PaperRequest;
import io.amphora.notification.api.Recipient;
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
import java.util.List;
import java.util.Locale;

/** A message as a row. */
@Entity
@Table(name = "notification_message")
public class MessageEntity {
    private static final int ERROR = 1_000;
    private static final int NAMES = 1_000;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "s_notification_message")
    @SequenceGenerator(name = "s_notification_message", sequenceName = "s_notification_message", allocationSize = 500)
    private Long id;
    private String dedup;
    private String occasion;
    private String about;
    private String label;
    private String transport;
    @Enumerated(EnumType.STRING)
    @Column(name = "rec_kind")
    private Recipient.Kind kind;
    @Column(name = "rec_id")
    private String recipient;
    @Column(name = "rec_name")
    private String name;
    private String address;
    @Column(name = "lang")
    private String language;
    @Column(name = "msg_subject")
    private String subject;
    @Column(name = "msg_text")
    private String text;
    @Column(name = "msg_link")
    private String link;
    @Enumerated(EnumType.STRING)
    @Column(name = "msg_state")
    private MessageState state;
    private int tries;
    @Column(name = "due_at")
    private Instant dueAt;
    @Column(name = "last_error")
    private String lastError;
    private int unread;
    @Column(name = "paper_order")
    private Long paperOrder;
    @Column(name = "paper_thing")
    private Long paperThing;
    private String papers;
    private int gather;
    @Column(name = "created_at")
    private Instant createdAt;
    @Column(name = "sent_at")
    private Instant sentAt;
    @Version
    private long version;

    protected MessageEntity() {
    }

    public MessageEntity(Draft d, Instant now) {
        dedup = d.dedup();
        occasion = d.occasion();
        about = d.about();
        label = d.label();
        transport = d.transport();
        kind = d.to().kind();
        recipient = d.to().id();
        name = d.to().name();
        address = d.to().address();
        language = d.language();
        subject = d.subject();
        text = d.text();
        link = d.link();
        state = d.state();
        dueAt = d.dueAt();
        lastError = cut(d.why());
        paperOrder = d.paper() == null ? null : d.paper().orderId();
        paperThing = d.paper() == null ? null : d.paper().thing();
        gather = d.gather() ? 1 : 0;
        createdAt = now;
    }

    public long version() {
        return version;
    }

    public MessageState state() {
        return state;
    }

    public String transport() {
        return transport;
    }

    public Recipient to() {
        return new Recipient(kind, recipient, name, address);
    }

    public boolean isDue(Instant now) {
        return dueAt != null && !dueAt.isAfter(now);
    }

    /** Somebody sends it now; if that is never heard of again it is due at the end of the lease. */
    public void claimed(Instant leaseEnds) {
        tries++;
        dueAt = leaseEnds;
    }

    public void sent(Instant now, boolean bell) {
        state = MessageState.SENT;
        sentAt = now;
        dueAt = null;
        lastError = null;
        unread = bell ? 1 : 0;
    }

    /** What went with it. */
    public void carried(List<String> names) {
        String all = String.join("\n", names);
        papers = names.isEmpty() ? null : all.substring(0, Math.min(all.length(), NAMES));
    }

    /** What is to go with it; null if nothing is. */
    public PaperRequest paper() {
        return paperOrder == null ? null
                : Occasion.of(occasion).map(o -> new PaperRequest(id, o, paperOrder, paperThing, Locale.forLanguageTag(language))).orElse(null);
    }

    public void tryAgain(Instant when, String error) {
        state = MessageState.QUEUED;
        dueAt = when;
        lastError = cut(error);
    }

    public void failed(String error) {
        state = MessageState.FAILED;
        dueAt = null;
        lastError = cut(error);
    }

    /** Nobody else came: it goes by itself. */
    public void alone(Instant now) {
        gather = 0;
        state = MessageState.QUEUED;
        dueAt = now;
    }

    /** Went with others. */
    public void gathered() {
        gather = 0;
        state = MessageState.GATHERED;
        dueAt = null;
        unread = 0;
    }

    public void again(Instant now) {
        gather = 0;
        state = MessageState.QUEUED;
        tries = 0;
        dueAt = now;
        lastError = null;
    }

    public Message toMessage() {
        return new Message(id, occasion, about, label, transport, to(), language, subject, text, state, tries, dueAt, lastError, link, unread == 1, createdAt, sentAt, version,
                papers == null ? List.of() : List.of(papers.split("\n")));
    }

    private static String cut(String error) {
        return error == null || error.length() <= ERROR ? error : error.substring(0, ERROR);
    }
}
