package io.amphora.notification.console;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.notification.api.Occasion;
import io.amphora.notification.api.Webhook;
import io.amphora.notification.api.Webhooks;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Webhooks in memory. */
final class FakeWebhooks implements Webhooks {
    final List<Webhook> hooks = new ArrayList<>();

    @Override
    public List<Webhook> list(Actor by) {
        return List.copyOf(hooks);
    }

    @Override
    public Made create(Actor by, String name, String url, Set<Occasion> occasions) {
        if (url.isEmpty()) {
            throw new AmphoraException.Invalid(Problem.of("url", "required", "must not be empty"));
        }
        hooks.add(new Webhook(1, name, url, occasions, true, Instant.EPOCH, 1));
        return new Made(hooks.get(0), "whsec_abc");
    }

    @Override
    public Webhook change(Actor by, long id, long version, String name, String url, Set<Occasion> occasions, boolean active) {
        hooks.set(0, new Webhook(id, name, url, occasions, active, Instant.EPOCH, version + 1));
        return hooks.get(0);
    }

    @Override
    public Made renewSecret(Actor by, long id, long version) {
        return new Made(hooks.get(0), "whsec_new");
    }

    @Override
    public void delete(Actor by, long id, long version) {
        hooks.clear();
    }
}
