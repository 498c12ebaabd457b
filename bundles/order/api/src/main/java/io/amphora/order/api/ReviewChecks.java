package io.amphora.order.api;

import io.amphora.common.Actor;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/** The review as it is set up. Reading needs {@code order.read}, changing {@code order.configure}. Thread-safe. */
@ProviderType
public interface ReviewChecks {
    String CONFIGURE = "order.configure";

    /** The checks that take part now, in the order they are asked. */
    List<CheckInfo> checks(Actor by, Locale locale);

    /** The limits that checks compare with: name to value, empty if the limit is off. Needs {@code order.approve} or {@code order.configure}: who is not served is nobody else's business. */
    Map<String, String> limits(Actor by);

    /**
     * Changes limits; those not named stay. They hold for orders placed from a few seconds later on.
     *
     * @throws io.amphora.common.AmphoraException.Invalid naming every unknown name and unusable value, the name as field
     * @param seen the version that was read; somebody else was faster: {@link io.amphora.common.AmphoraException.Stale}
     */
    void change(Actor by, Map<String, String> limits, long seen);

    /** Whatever is there now: for programs that set up an installation. */
    default void change(Actor by, Map<String, String> limits) {
        change(by, limits, -1);
    }

    /** The version of the limits, for {@link #change}; read it first. */
    long version(Actor by);

    /**
     * One check.
     *
     * @param health    {@code ok}, {@code failing}, or {@code open}: not asked for a while after repeated failures
     * @param lastError null if there was none
     */
    record CheckInfo(String id, String title, int ranking, String bundle, String bundleVersion, String waivePermission, String health, long asked, long found, long failed, String lastError) {
    }
}
