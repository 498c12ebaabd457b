package io.amphora.notification.core.webhook;

import io.amphora.notification.api.TransportException;
import io.amphora.notification.core.store.WebhookEntity;
import io.amphora.platform.api.Secrets;
import io.amphora.platform.api.Tx;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What webhooks sign with, sealed in the database. Those of before this was so are sealed when the server starts, or when they are used. */
@Component(service = HookSecrets.class)
public final class HookSecrets {
    private static final Logger LOG = LoggerFactory.getLogger(HookSecrets.class);
    private static final String PURPOSE = "notification.webhook";

    private final Tx tx;
    private final Secrets secrets;

    @Activate
    public HookSecrets(@Reference(target = "(domain=notification)") Tx tx, @Reference Secrets secrets) {
        this.tx = tx;
        this.secrets = secrets;
        try {
            sealAll();
        } catch (RuntimeException e) {
            LOG.warn("secrets of webhooks could not be sealed now; each will be when it is used: {}", e.toString());
        }
    }

    String seal(String secret) {
        return secrets.seal(PURPOSE, secret);
    }

    private void sealAll() {
        tx.callWithRetry(em -> {
            List<WebhookEntity> plain = WebhookEntity.all(em).stream().filter(h -> !secrets.isSealed(h.secret())).toList();
            plain.forEach(h -> h.signsWith(seal(h.secret())));
            return null;
        });
    }

    /** In plain text, to sign with. */
    String of(WebhookEntity hook) throws TransportException {
        if (!secrets.isSealed(hook.secret())) {
            sealAll();
            return hook.secret();
        }
        try {
            return secrets.open(PURPOSE, hook.secret());
        } catch (IllegalStateException e) {
            // the key did not come along with the database: somebody has to make a new secret
            throw new TransportException("the secret of this webhook cannot be read, renew it: " + e.getMessage(), false, e);
        }
    }
}
