package io.amphora.inventory.api;

import io.amphora.common.Actor;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The places of stock: few, so lists are whole. Reading needs {@code inventory.read}, changing {@code inventory.configure}. Thread-safe. */
@ProviderType
public interface Locations {
    String CONFIGURE = "inventory.configure";

    Location create(Actor by, String code, String name, String region, int priority);

    Location change(Actor by, long id, long version, String name, String region, int priority, boolean active);

    /** By priority, then code. */
    List<Location> list(Actor by);

    /** For other domains, without a permission: the active ones by priority. May be up to two seconds old. */
    List<Location> active();

    /**
     * For other domains, without a permission: where goods lie that somebody must look at first. It is not active, so that nothing there is promised to anybody; made when
     * first needed. Joins the running transaction.
     */
    Location quarantine();
}
