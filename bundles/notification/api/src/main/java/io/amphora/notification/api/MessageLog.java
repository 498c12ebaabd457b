package io.amphora.notification.api;

import io.amphora.common.Actor;
import io.amphora.common.Page;
import io.amphora.common.PageRequest;
import org.osgi.annotation.versioning.ProviderType;

/** Every message there was. Publishes {@code notification.changed} (key: id) when one changes its state. Thread-safe. */
@ProviderType
public interface MessageLog {
    String READ = "notification.read";
    String MANAGE = "notification.manage";

    /** Newest first. Needs {@link #READ}. */
    Page<Message> list(Actor by, MessageFilter filter, PageRequest page);

    /** Needs {@link #READ}. @throws io.amphora.common.AmphoraException.NotFound if there is none */
    Message find(Actor by, long id);

    /** How many were given up, counting up to the limit. */
    int countFailed(int limit);

    /**
     * Sends it again, as it was written. Needs {@link #MANAGE}.
     *
     * @throws io.amphora.common.AmphoraException.Refused while it is still to be sent anyway, or has no address
     */
    Message resend(Actor by, long id, long version);

    /** Sends a message that says that sending works. Needs {@link #MANAGE}. @param address e-mail address */
    Message test(Actor by, String transport, String address);
}
