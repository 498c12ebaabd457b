package io.amphora.notification.core.text;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.common.Problems;
import io.amphora.notification.api.Audience;
import io.amphora.notification.api.MessageLog;
import io.amphora.notification.api.Occasion;
import io.amphora.notification.api.Template;
import io.amphora.notification.api.Templates;
import io.amphora.notification.core.store.TemplateEntity;
import io.amphora.platform.api.Duplicates;
import io.amphora.platform.api.Outbox;
import io.amphora.platform.api.Tx;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Templates: those of the product, and in the database what somebody changed of them. */
@Component(service = {Templates.class, JpaTemplates.class})
public final class JpaTemplates implements Templates {
    private static final int SUBJECT = 200;
    private static final int BODY = 8_000;
    /** As long as a column of messages: a list of many lines makes a text longer than its template. */
    private static final int TEXT = 16_000;

    private final Tx tx;
    private final Outbox outbox;

    /** A finished text. */
    public record Text(String subject, String body) {
    }

    @Activate
    public JpaTemplates(@Reference(target = "(domain=notification)") Tx tx, @Reference Outbox outbox) {
        this.tx = tx;
        this.outbox = outbox;
    }

    @Override
    public List<Template> list(Actor by) {
        by.require(MessageLog.READ);
        Map<String, Template> changed = changed();
        return DefaultTemplates.all().stream().map(t -> changed.getOrDefault(name(t.occasion(), t.audience(), t.language()), t)).toList();
    }

    /** Those that differ from the product's, by {@link #name}. */
    public Map<String, Template> changed() {
        Map<String, Template> changed = new HashMap<>();
        tx.call(em -> TemplateEntity.all(em).stream().map(TemplateEntity::toTemplate).toList()).forEach(t -> changed.put(name(t.occasion(), t.audience(), t.language()), t));
        return changed;
    }

    private static String name(Occasion occasion, Audience audience, String language) {
        return occasion + " " + audience + " " + language;
    }

    /** @param changed from {@link #changed}, read once for many messages */
    public Text text(Map<String, Template> changed, Occasion occasion, Audience audience, String language, Map<String, String> facts) {
        Template template = template(changed, occasion, audience, language);
        return text(template.subject(), template.body(), facts);
    }

    /** Whether the text has a place for one of these: what is made only for it need not be made otherwise. */
    public boolean names(Map<String, Template> changed, Occasion occasion, Audience audience, String language, Collection<String> placeholders) {
        Template template = template(changed, occasion, audience, language);
        return TemplateText.names(template.subject() + template.body(), placeholders);
    }

    /** Whether the paper goes with such a message. */
    public boolean attaches(Map<String, Template> changed, Occasion occasion, Audience audience, String language) {
        return template(changed, occasion, audience, language).attach();
    }

    private static Template template(Map<String, Template> changed, Occasion occasion, Audience audience, String language) {
        String known = LANGUAGES.contains(language) ? language : LANGUAGES.get(0);
        return changed.getOrDefault(name(occasion, audience, known), DefaultTemplates.find(occasion, audience, known));
    }

    private static Text text(String subject, String body, Map<String, String> facts) {
        return new Text(TemplateText.line(TemplateText.fill(subject, facts), SUBJECT), TemplateText.body(TemplateText.fill(body, facts), TEXT));
    }

    @Override
    public Template find(Actor by, Occasion occasion, Audience audience, String language) {
        by.require(MessageLog.READ);
        known(occasion, audience, language);
        return tx.call(em -> row(em, occasion, audience, language).map(TemplateEntity::toTemplate)).orElseGet(() -> DefaultTemplates.find(occasion, audience, language));
    }

    private static Optional<TemplateEntity> row(EntityManager em, Occasion occasion, Audience audience, String language) {
        return em.createQuery("select t from TemplateEntity t where t.occasion = :o and t.audience = :a and t.language = :l", TemplateEntity.class).setParameter("o", occasion)
                .setParameter("a", audience).setParameter("l", language).getResultStream().findFirst();
    }

    private static void known(Occasion occasion, Audience audience, String language) {
        if (occasion == null || audience == null || !DefaultTemplates.exists(occasion, audience, language)) {
            throw new AmphoraException.NotFound("template", occasion + " " + audience + " " + language);
        }
    }

    @Override
    public List<String> placeholders(Occasion occasion, Audience audience) {
        return Placeholders.of(occasion, audience);
    }

    private static Problems problems(Occasion occasion, Audience audience, String subject, String body) {
        Problems problems = new Problems();
        List<String> names = Placeholders.of(occasion, audience);
        String line = problems.text("subject", subject, SUBJECT);
        problems.check(!line.contains("\n") && !line.contains("\r"), "subject", "template.one-line", "must be one line");
        TemplateText.check("subject", line, names, problems);
        TemplateText.check("body", problems.text("body", body, BODY), names, problems);
        return problems;
    }

    @Override
    public Template save(Actor by, Occasion occasion, Audience audience, String language, long version, String subject, String body, boolean attach) {
        by.require(MessageLog.MANAGE);
        known(occasion, audience, language);
        problems(occasion, audience, subject, body).throwIfAny();
        String name = name(occasion, audience, language);
        try {
            return tx.callWithRetry(em -> {
                TemplateEntity entity = seen(em, occasion, audience, language, version).orElseGet(() -> new TemplateEntity(occasion, audience, language));
                entity.says(subject.strip(), body.replace("\r\n", "\n").strip(), attach);
                if (version == 0) {
                    em.persist(entity);
                }
                em.flush();
                outbox.add("notification.template-changed", occasion.id(), "{\"by\":" + Json.quoted(by.name()) + ",\"template\":" + Json.quoted(name) + "}");
                return entity.toTemplate();
            });
        } catch (RuntimeException e) {
            if (Duplicates.caused(e)) {
                throw new AmphoraException.Stale("template", name, version, 1);
            }
            throw e;
        }
    }

    private static Optional<TemplateEntity> seen(EntityManager em, Occasion occasion, Audience audience, String language, long version) {
        Optional<TemplateEntity> row = row(em, occasion, audience, language);
        long found = row.map(TemplateEntity::version).orElse(0L);
        if (found != version) {
            throw new AmphoraException.Stale("template", name(occasion, audience, language), version, found);
        }
        return row;
    }

    @Override
    public Template reset(Actor by, Occasion occasion, Audience audience, String language, long version) {
        by.require(MessageLog.MANAGE);
        known(occasion, audience, language);
        tx.callWithRetry(em -> {
            seen(em, occasion, audience, language, version).ifPresent(row -> {
                em.remove(row);
                outbox.add("notification.template-changed", occasion.id(), "{\"by\":" + Json.quoted(by.name()) + ",\"reset\":true}");
            });
            em.flush();
            return null;
        });
        return DefaultTemplates.find(occasion, audience, language);
    }

    @Override
    public Preview preview(Actor by, Occasion occasion, Audience audience, String language, String subject, String body) {
        by.require(MessageLog.READ);
        known(occasion, audience, language);
        List<Problem> found = problems(occasion, audience, subject, body).all();
        Text text = text(subject == null ? "" : subject, body == null ? "" : body, SampleFacts.in(language));
        return new Preview(text.subject(), text.body(), MailHtml.of(text.subject(), text.body(), Locale.forLanguageTag(language)), found);
    }
}
