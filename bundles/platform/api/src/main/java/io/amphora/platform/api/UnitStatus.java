package io.amphora.platform.api;

import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/** What the persistence unit serves now and what it refused: for health checks, the extensions page, the shell and tests. */
@ProviderType
public interface UnitStatus {
    /** Number of the serving generation, 0 before the first. */
    int generation();

    /** Domains that serve. */
    List<String> domains();

    /** Domains that do not fit, with the reason. */
    Map<String, String> refused();

    /** Generations not closed yet: the serving one and those that still have running transactions. */
    int open();

    long lastBuildMillis();

    /** {@code derby} or {@code postgresql}. */
    String database();
}
