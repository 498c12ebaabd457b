package io.amphora.catalog.api;

import io.amphora.common.Actor;
import java.util.Collection;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/** Takes back products that were made by mistake. Needs {@code catalog.edit}. Publishes one {@code product.removed} per call. Thread-safe. */
@ProviderType
public interface ProductRemoval {
    /**
     * Deletes the products of these SKUs that nobody has changed since they were made; joins the running transaction. Who calls has made sure
     * that nothing names them.
     *
     * @param skus any number
     * @return SKUs of those that stay, because they were changed
     */
    Set<String> removeUnchanged(Actor by, Collection<String> skus);
}
