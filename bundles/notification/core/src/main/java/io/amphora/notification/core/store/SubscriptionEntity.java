package io.amphora.notification.core.store;

import io.amphora.notification.api.Occasion;
import io.amphora.notification.api.Subject;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.List;

/** A choice: whether a subject is told of an occasion by a transport. */
@Entity
@Table(name = "notification_subscription")
public class SubscriptionEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "s_notification_subscription")
    @SequenceGenerator(name = "s_notification_subscription", sequenceName = "s_notification_subscription", allocationSize = 500)
    private Long id;
    @Enumerated(EnumType.STRING)
    @Column(name = "subject_kind")
    private Subject.Kind kind;
    @Column(name = "subject_id")
    private String subject;
    @Enumerated(EnumType.STRING)
    private Occasion occasion;
    private String transport;
    private int wanted;
    @Version
    private long version;

    protected SubscriptionEntity() {
    }

    public SubscriptionEntity(Subject subject, Occasion occasion, String transport) {
        this.kind = subject.kind();
        this.subject = subject.id();
        this.occasion = occasion;
        this.transport = transport;
    }

    public static List<SubscriptionEntity> all(EntityManager em) {
        return em.createQuery("select s from SubscriptionEntity s", SubscriptionEntity.class).getResultList();
    }

    public static List<SubscriptionEntity> of(EntityManager em, Subject subject) {
        return em.createQuery("select s from SubscriptionEntity s where s.kind = :kind and s.subject = :id", SubscriptionEntity.class).setParameter("kind", subject.kind())
                .setParameter("id", subject.id()).getResultList();
    }

    public Subject subject() {
        return new Subject(kind, subject);
    }

    public Occasion occasion() {
        return occasion;
    }

    public String transport() {
        return transport;
    }

    public boolean wanted() {
        return wanted == 1;
    }

    public void wanted(boolean yes) {
        wanted = yes ? 1 : 0;
    }
}
