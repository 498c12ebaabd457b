package io.amphora.notification.core.store;

import io.amphora.notification.api.Audience;
import io.amphora.notification.api.Occasion;
import io.amphora.notification.api.Template;
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

/** A text that somebody changed. */
@Entity
@Table(name = "notification_template")
public class TemplateEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "s_notification_template")
    @SequenceGenerator(name = "s_notification_template", sequenceName = "s_notification_template", allocationSize = 500)
    private Long id;
    @Enumerated(EnumType.STRING)
    private Occasion occasion;
    @Enumerated(EnumType.STRING)
    private Audience audience;
    @Column(name = "lang")
    private String language;
    @Column(name = "tpl_subject")
    private String subject;
    @Column(name = "tpl_body")
    private String body;
    private int attach;
    @Version
    private long version;

    protected TemplateEntity() {
    }

    public TemplateEntity(Occasion occasion, Audience audience, String language) {
        this.occasion = occasion;
        this.audience = audience;
        this.language = language;
    }

    public static List<TemplateEntity> all(EntityManager em) {
        return em.createQuery("select t from TemplateEntity t", TemplateEntity.class).getResultList();
    }

    public void says(String newSubject, String newBody, boolean withPaper) {
        subject = newSubject;
        body = newBody;
        attach = withPaper ? 1 : 0;
    }

    public Occasion occasion() {
        return occasion;
    }

    public Audience audience() {
        return audience;
    }

    public String language() {
        return language;
    }

    public long version() {
        return version;
    }

    public Template toTemplate() {
        return new Template(occasion, audience, language, subject, body, true, version, attach == 1 && Template.carries(occasion, audience));
    }
}
