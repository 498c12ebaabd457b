package io.amphora.notification.core.webhook;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Problems;
import io.amphora.notification.api.MessageLog;
import io.amphora.notification.api.Occasion;
import io.amphora.notification.api.Webhook;
import io.amphora.notification.api.Webhooks;
import io.amphora.notification.core.store.WebhookEntity;
import io.amphora.notification.core.text.Json;
import io.amphora.platform.api.Outbox;
import io.amphora.platform.api.Tx;
import jakarta.persistence.EntityManager;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Webhooks in the database. */
@Component(service = Webhooks.class)
public final class JpaWebhooks implements Webhooks {
    private static final int URL = 1_000;

    private final Tx tx;
    private final Outbox outbox;
    private final Clock clock;
    private final HookSecrets secrets;
    private final HookTargets targets;

    private record Checked(String name, String url, Set<Occasion> occasions) {
    }

    @Activate
    public JpaWebhooks(@Reference(target = "(domain=notification)") Tx tx, @Reference Outbox outbox, @Reference Clock clock, @Reference HookSecrets secrets, @Reference HookTargets targets) {
        this.tx = tx;
        this.outbox = outbox;
        this.clock = clock;
        this.secrets = secrets;
        this.targets = targets;
    }

    @Override
    public List<Webhook> list(Actor by) {
        by.require(MessageLog.MANAGE);
        return tx.call(em -> WebhookEntity.all(em).stream().map(WebhookEntity::toWebhook).toList());
    }

    private Checked check(String name, String url, Set<Occasion> occasions) {
        Problems problems = new Problems();
        Set<Occasion> of = occasions == null ? Set.of() : Set.copyOf(occasions);
        Checked checked = new Checked(problems.text("name", name, Problems.TEXT), problems.text("url", url, URL), of);
        boolean web = web(checked.url());
        problems.check(checked.url().isEmpty() || web, "url", "webhook.url", "must be an address that begins with https:// or http://");
        if (web) {
            targets.internal(URI.create(checked.url())).ifPresent(a -> problems.add("url", "webhook.internal",
                    "{0} lies in the network of this server ({1}), where webhooks do not go unless an admin allows it", URI.create(checked.url()).getHost(), a.getHostAddress()));
        }
        problems.check(!of.isEmpty(), "occasions", "required", "must not be empty");
        problems.throwIfAny();
        return checked;
    }

    /** Without a password in it: that would stand in the log. */
    private static boolean web(String url) {
        try {
            URI uri = new URI(url);
            return uri.getScheme() != null && Set.of("http", "https").contains(uri.getScheme().toLowerCase(Locale.ROOT)) && uri.getHost() != null && uri.getUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    @Override
    public Made create(Actor by, String name, String url, Set<Occasion> occasions) {
        by.require(MessageLog.MANAGE);
        Checked in = check(name, url, occasions);
        String secret = Signature.newSecret();
        return tx.callWithRetry(em -> {
            WebhookEntity hook = new WebhookEntity(clock.instant().truncatedTo(ChronoUnit.MICROS));
            hook.is(in.name(), in.url(), in.occasions(), true);
            hook.signsWith(secrets.seal(secret));
            em.persist(hook);
            return new Made(told(em, by, hook, "created"), secret);
        });
    }

    @Override
    public Webhook change(Actor by, long id, long version, String name, String url, Set<Occasion> occasions, boolean active) {
        by.require(MessageLog.MANAGE);
        Checked in = check(name, url, occasions);
        return with(id, version, em -> {
            WebhookEntity hook = em.find(WebhookEntity.class, id);
            hook.is(in.name(), in.url(), in.occasions(), active);
            return told(em, by, hook, "changed");
        });
    }

    @Override
    public Made renewSecret(Actor by, long id, long version) {
        by.require(MessageLog.MANAGE);
        String secret = Signature.newSecret();
        return with(id, version, em -> {
            WebhookEntity hook = em.find(WebhookEntity.class, id);
            hook.signsWith(secrets.seal(secret));
            return new Made(told(em, by, hook, "secret renewed"), secret);
        });
    }

    @Override
    public void delete(Actor by, long id, long version) {
        by.require(MessageLog.MANAGE);
        with(id, version, em -> {
            WebhookEntity hook = em.find(WebhookEntity.class, id);
            told(em, by, hook, "deleted");
            em.remove(hook);
            return null;
        });
    }

    /** @throws AmphoraException.NotFound if there is none; @throws AmphoraException.Stale if it is not as the caller saw it */
    private <R> R with(long id, long version, Function<EntityManager, R> work) {
        return tx.callWithRetry(em -> {
            WebhookEntity hook = em.find(WebhookEntity.class, id);
            if (hook == null) {
                throw new AmphoraException.NotFound("webhook", id);
            }
            if (hook.version() != version) {
                throw new AmphoraException.Stale("webhook", hook.toWebhook().name(), version, hook.version());
            }
            return work.apply(em);
        });
    }

    private Webhook told(EntityManager em, Actor by, WebhookEntity hook, String what) {
        em.flush();
        Webhook webhook = hook.toWebhook();
        outbox.add("notification.webhook-changed", String.valueOf(webhook.id()), "{\"by\":" + Json.quoted(by.name()) + ",\"what\":\"" + what + "\",\"name\":" + Json.quoted(webhook.name()) + "}");
        return webhook;
    }
}
