package io.amphora.notification.api;

import io.amphora.common.Actor;
import java.util.List;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Machines that are told of what happens, signed as Standard Webhooks say (headers {@code webhook-id}, {@code webhook-timestamp}, {@code webhook-signature}).
 * Needs {@code notification.manage}. Publishes {@code notification.webhook-changed}. Thread-safe.
 */
@ProviderType
public interface Webhooks {
    /** A webhook and its secret ({@code whsec_…}), which nobody can see later. */
    record Made(Webhook webhook, String secret) {
    }

    List<Webhook> list(Actor by);

    Made create(Actor by, String name, String url, Set<Occasion> occasions);

    Webhook change(Actor by, long id, long version, String name, String url, Set<Occasion> occasions, boolean active);

    /** A new secret; the old one is of no use from now on. */
    Made renewSecret(Actor by, long id, long version);

    /** Its messages stay in the log; those not yet sent fail. */
    void delete(Actor by, long id, long version);
}
