package io.amphora.platform.api;

import java.util.Collection;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Says which things of other domains a domain names in its rows: before something is deleted, all services of this type are asked.
 * Domains refer to each other by id, so no foreign key would hold it. Joins the running transaction. Thread-safe.
 */
@ConsumerType
public interface Usage {
    /** Kind of product; keys are SKUs. */
    String PRODUCT = "product";
    /** Kind of customer; keys are ids as text. */
    String CUSTOMER = "customer";
    /** Kind of order; keys are ids as text. @since 1.3 */
    String ORDER = "order";

    /** Who names them: {@code orders}, {@code stock}, {@code payments}; {@code usage.<name>} is the message key. */
    String name();

    /** Those of the keys that are named; none for a kind that it does not know. @param keys any number */
    Set<String> used(String kind, Collection<String> keys);
}
