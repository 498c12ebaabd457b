package io.amphora.customer.api;

import io.amphora.common.Actor;
import java.util.Collection;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/** Takes back customers that were made by mistake. Needs {@code customer.edit}. Publishes one {@code customer.removed} per call. Thread-safe. */
@ProviderType
public interface CustomerRemoval {
    /**
     * Deletes those customers that nobody has changed since they were made; joins the running transaction. Who calls has made sure that nothing
     * names them.
     *
     * @param ids any number
     * @return id to number of those that stay, because they were changed
     */
    Map<Long, String> removeUnchanged(Actor by, Collection<Long> ids);

    /** Numbers of these customers, by id; without those that are gone. */
    Map<Long, String> numbers(Actor by, Collection<Long> ids);
}
