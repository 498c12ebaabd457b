package io.amphora.notification.rest;

import io.amphora.notification.api.Occasion;
import io.amphora.notification.api.Webhook;
import io.amphora.notification.api.Webhooks;
import java.time.Instant;
import java.util.List;

/** A webhook. {@code secret} is there only when it was made just now: keep it, nobody can see it again. */
public record WebhookJson(long id, String name, String url, List<String> occasions, boolean active, String secret, Instant createdAt, long version) {
    static WebhookJson of(Webhook w) {
        return of(w, null);
    }

    static WebhookJson of(Webhooks.Made made) {
        return of(made.webhook(), made.secret());
    }

    private static WebhookJson of(Webhook w, String secret) {
        return new WebhookJson(w.id(), w.name(), w.url(), w.occasions().stream().map(Occasion::id).sorted().toList(), w.active(), secret, w.createdAt(), w.version());
    }
}
