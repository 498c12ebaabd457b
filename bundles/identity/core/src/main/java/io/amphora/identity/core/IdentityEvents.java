package io.amphora.identity.core;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amphora.platform.api.Outbox;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Says in the outbox who did what to whose account. Never a password, secret or hash. */
@Component(service = IdentityEvents.class)
public final class IdentityEvents {
    static final String SIGNED_IN = "identity.signed-in";
    static final String SIGN_IN_FAILED = "identity.sign-in-failed";
    static final String SHUT_OUT = "identity.sign-in-shut-out";
    static final String USER_CREATED = "identity.user-created";
    static final String USER_CHANGED = "identity.user-changed";
    static final String PASSWORD_SET = "identity.password-set";
    static final String TOKEN_ISSUED = "identity.token-issued";
    static final String TOKEN_REVOKED = "identity.token-revoked";

    private final Outbox outbox;

    @Activate
    public IdentityEvents(@Reference Outbox outbox) {
        this.outbox = outbox;
    }

    /**
     * @param user    whose account; the key of the event
     * @param details names and values in turn; null values are left out
     */
    void add(String topic, String by, String user, Object... details) {
        ObjectNode payload = JsonNodeFactory.instance.objectNode().put("by", by).put("user", user);
        for (int i = 0; i < details.length; i += 2) {
            if (details[i + 1] != null) {
                payload.put(details[i].toString(), details[i + 1].toString());
            }
        }
        outbox.add(topic, user, payload.toString());
    }
}
